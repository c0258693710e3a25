import { describe, expect, test } from 'vitest';
import { useDesks } from '../with-desk.ts';
import { listClickSituations } from './clicks.ts';
import { listPeopleSituations } from './people.ts';
import { listRacingSituations } from './racing.ts';
import { listRequestSituations } from './requests.ts';
import { readPrivately, type Situation, setStage } from './situation.ts';
import { listRefusedSituations } from './slack-refuses.ts';

const start = useDesks();

const groups: [string, () => Situation[]][] = [
  ['a click', listClickSituations],
  ['two at once', listRacingSituations],
  ['what Slack does not take', listRefusedSituations],
  ['the people', listPeopleSituations],
  ['the requests of HTTP mode', listRequestSituations],
];

/** The reference that is said, by which the log is searched. */
const reference = /\((ref T\d+)\)/;

describe.each(['socket', 'http'] as const)('in %s mode', (mode) => {
  describe.each(groups)('%s', (_group, list) => {
    const here = list().filter(({ only }) => only === undefined || only === mode);
    if (here.length === 0) test('has nothing of its own', () => expect(mode).toBe('socket'));
    test.each(here)('$name', { timeout: 30_000 }, async (situation) => {
      const stage = await setStage(situation, mode, start);
      const { standIn, log } = stage.it;
      await situation.happen(stage);
      const { told } = situation;
      if ('nothing' in told) {
        await situation.ends(stage);
        for (const user of ['UANNA', 'UBRAM', 'UCARLA']) expect(standIn.ephemerals(user)).toEqual([]);
      } else {
        const said = await standIn.waitFor(() => {
          const words = readPrivately(stage, told);
          return words.includes(told.words) ? words : undefined;
        });
        const [, found = 'none'] = reference.exec(said) ?? [];
        expect(said).toMatch(reference);
        expect(log.map(({ fields }) => fields.reference)).toContain(found);
        await situation.ends(stage);
      }
      expect(JSON.stringify(log)).not.toMatch(/Vries|thuis\.example|alles wat jullie/);
    });
  });
});
