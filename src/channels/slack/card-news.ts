import type { ShowResult } from './deps.ts';

/** How long who acted is told of a card that could not follow. */
export const newsMs = 10_000;

/** Brings how a case was shown to who acted on it; `next` is null when nothing was shown within so many milliseconds. */
export type CardNews = {
  report(caseId: string, shown: ShowResult): void;
  next(caseId: string, ms: number): Promise<ShowResult | null>;
};

/** Makes the news of the cards that this process shows. */
export function makeCardNews(): CardNews {
  const waiting = new Set<{ caseId: string; hear(shown: ShowResult | null): void }>();
  return {
    report(caseId, shown) {
      for (const each of [...waiting]) if (each.caseId === caseId) each.hear(shown);
    },
    next: (caseId, ms) =>
      new Promise((resolve) => {
        const listener = {
          caseId,
          hear(shown: ShowResult | null) {
            clearTimeout(timer);
            waiting.delete(listener);
            resolve(shown);
          },
        };
        const timer = setTimeout(() => listener.hear(null), ms);
        timer.unref();
        waiting.add(listener);
      }),
  };
}
