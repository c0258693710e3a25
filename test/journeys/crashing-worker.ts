/** A worker that kills itself with SIGKILL at one point of its work; its orders come as JSON in CRASHING_WORKER. */
import { loadContext } from '../../src/config.ts';
import { type Between, startDesk } from '../../src/main.ts';
import { root, secretKey } from './world.ts';

/** Where a worker can be broken off. */
export const crashPoints = [
  'before a mail is kept',
  'after a mail is kept',
  'before the case is committed',
  'after the case is committed',
  'before a letter is built',
  'before the letter is handed over',
  'after the letter is handed over',
  'after the copy is kept',
  'after the card is posted, before it is recorded',
  'after the card is recorded',
  'after the letter is recorded as sent',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

type Orders = { environment: Record<string, string>; configDir: string; dataDir: string; point: CrashPoint };

/** Kills this process at once, as a power cut would. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Runs something, dying before or after it when this is the chosen point. */
function guard<A extends unknown[], R>(
  point: CrashPoint,
  at: { before?: CrashPoint; after?: CrashPoint },
  act: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    if (point === at.before) die();
    const result = await act(...args);
    if (point === at.after) die();
    return result;
  };
}

function breakOff(point: CrashPoint): Between {
  return {
    store: (store) => ({
      ...store,
      keepMails: guard(point, { before: 'before a mail is kept', after: 'after a mail is kept' }, store.keepMails),
      savePost: guard(
        point,
        { before: 'after the card is posted, before it is recorded', after: 'after the card is recorded' },
        store.savePost,
      ),
      async transaction(work) {
        let wrote = false;
        let sent = false;
        const result = await store.transaction(async (tx) => {
          const done = await work({
            ...tx,
            async appendEvents(caseId, events) {
              wrote = true;
              sent = events.some((event) => event.kind === 'letter-sent');
              return tx.appendEvents(caseId, events);
            },
          });
          if (wrote && point === 'before the case is committed') die();
          return done;
        });
        if (wrote && point === 'after the case is committed') die();
        if (sent && point === 'after the letter is recorded as sent') die();
        return result;
      },
    }),
    post: (post) => ({
      ...post,
      build: guard(point, { before: 'before a letter is built' }, post.build),
      send: guard(
        point,
        { before: 'before the letter is handed over', after: 'after the letter is handed over' },
        post.send,
      ),
      keepCopy: guard(point, { after: 'after the copy is kept' }, post.keepCopy),
    }),
  };
}

const given = process.env.CRASHING_WORKER;
if (given) {
  const { environment, configDir, dataDir, point } = JSON.parse(given) as Orders;
  const loaded = await loadContext({ configDir, home: root });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const quiet = () => undefined;
  await startDesk({
    environment,
    context: loaded.context,
    secretKey,
    dataDir,
    log: { info: quiet, warn: quiet, error: quiet },
    slackGapMs: 0,
    between: breakOff(point),
  });
}
