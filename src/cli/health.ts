import { readEnvironment } from '../environment.ts';
import { exit, type Io } from './io.ts';

/** `health`: asks the worker on this machine; for container health checks. */
export async function askHealth(io: Io): Promise<number> {
  const { environment } = readEnvironment(process.env);
  const url = `http://127.0.0.1:${environment.HTTP_PORT ?? '8080'}/health`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(4000) });
    io.stdout(await response.text());
    return response.ok ? exit.done : exit.wrong;
  } catch (error) {
    io.stderr(
      `No answer from ${url} (${(error as Error).name}); expected a running worker; start it with: rechtenloket start\n`,
    );
    return exit.wrong;
  }
}
