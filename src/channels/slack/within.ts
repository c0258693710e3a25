/** Waits for work at most `ms` milliseconds; `late` when it takes longer: it goes on, and a failure after that is not unhandled. */
export async function within<T>(work: Promise<T>, ms: number): Promise<{ done: T } | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work.then((done) => ({ done })), late]);
  } finally {
    clearTimeout(timer);
  }
}
