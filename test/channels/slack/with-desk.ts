import { afterEach, expect } from 'vitest';
import { type DeskOptions, findFaultsInCalls, type OpenDesk, openDesk } from './open-desk.ts';

/** Lets each test of a file open desks that are closed after it, and checks all that was sent to Slack against its limits. */
export function useDesks(): (options?: DeskOptions) => Promise<OpenDesk> {
  const opened: OpenDesk[] = [];
  afterEach(async () => {
    for (const desk of opened.splice(0)) {
      const faults = findFaultsInCalls(desk);
      await desk.close();
      expect(faults).toEqual([]);
    }
  });
  return async (options = {}) => {
    const desk = await openDesk(options);
    opened.push(desk);
    return desk;
  };
}
