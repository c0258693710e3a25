import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { trackDeadline } from '../../src/core/case-clock.ts';
import type { StaffAction } from '../../src/core/event.ts';
import { listLaterMails } from '../../src/core/split.ts';
import { makeMemoryDesk } from '../support/desk.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { type Walk, walkCase } from './walk.ts';

const context = await loadShipped();
const rights = [...context.workflows.keys()];
const choices = fc.array(fc.nat(1000), { maxLength: 40 });
const someRights = fc.subarray(rights, { minLength: 1, maxLength: 4 });
const moments = fc.constantFrom('2026-03-03T21:41:00.000Z', '2026-03-05T09:00:00.000Z', '2026-04-07T10:00:00.000Z');
const walks = (id: string) =>
  fc.record<Walk>({
    id: fc.constant(id),
    at: moments,
    from: fc.constantFrom('jan@voorbeeld.example', 'j.devries@werk.example'),
    rights: someRights,
    choices,
  });

const dueBy = (records: Case[]) =>
  records.flatMap((record) =>
    record.tracks.map((track) => ({ right: track.right, due: trackDeadline(record, track, context).dueAt })),
  );
const listDues = (records: Case[]) => sorted(dueBy(records).map(({ right, due }) => `${right} ${due}`));
const sorted = (texts: string[]) => [...new Set(texts)].sort();
/** What staff and the person would miss if it were gone. */
function listContent(records: Case[]): Record<string, string[]> {
  const personal = records.flatMap((record) => (record.personal ? [record.personal] : []));
  return {
    rights: sorted(records.flatMap((record) => record.tracks.map(({ right }) => right))),
    mails: sorted(personal.flatMap((each) => each.mails.map(({ id }) => id))),
    letters: sorted(records.flatMap((record) => record.letters.map(({ id }) => id))),
    words: sorted(personal.flatMap((each) => Object.values(each.letters).map(({ text }) => text))),
    notes: sorted(personal.flatMap((each) => each.notes.map(({ text }) => text))),
    reasons: sorted(personal.flatMap((each) => Object.entries(each.reasons).map(([key, text]) => `${key} ${text}`))),
    why: sorted(personal.flatMap((each) => each.why.map(({ right, words }) => `${right} ${words}`))),
    work: sorted(
      records.flatMap((record) =>
        record.tasks.flatMap((task) => task.rights.map((right) => `${task.step} ${task.place} ${right}`)),
      ),
    ),
    taskNotes: sorted(personal.flatMap((each) => Object.values(each.taskNotes).flatMap((text) => text.split('\n')))),
    decisions: sorted(
      records.flatMap((record) =>
        record.tracks.map(({ right, decision, categories }) => `${right} ${JSON.stringify([decision, categories])}`),
      ),
    ),
  };
}
/** The timers that are about one thing, without the case that has them. */
const listThings = (records: Case[]) =>
  sorted(
    records.flatMap((record) =>
      Object.entries(record.timers)
        .filter(([name]) => /^(approve|delete):/.test(name))
        .map(([name, at]) => `${name} ${at}`),
    ),
  );

describe('a split', () => {
  it('loses nothing and moves no date, or is refused and changes nothing', () => {
    let done = 0;
    fc.assert(
      fc.property(walks('c1'), fc.nat(15), fc.boolean(), (walk, which, byMail) => {
        const desk = makeMemoryDesk(context);
        walkCase(desk, context, walk);
        const before = structuredClone(desk.read('c1'));
        const later = listLaterMails(before).map(({ id }) => id);
        const chosen = before.tracks.map(({ right }) => right).filter((_right, index) => (which >> index) % 2 === 1);
        const action: StaffAction = { do: 'split', rights: byMail ? [] : chosen, mails: later };
        const taken = desk.act('c1', 'UANNA', action);
        const after = [...desk.cases.values()];
        if (!taken.ok) {
          expect(after).toEqual([before]);
          return;
        }
        done += 1;
        expect(after).toHaveLength(2);
        expect(listContent(after)).toEqual(listContent([before]));
        expect(listDues(after)).toEqual(listDues([before]));
        expect(listThings(after)).toEqual(listThings([before]));
        const [old, made] = after as [Case, Case];
        expect(old.letters).toEqual(before.letters);
        expect(made.letters.every(({ part, shared }) => part === 'extended' && shared)).toBe(true);
        expect(made.number === null).toBe(action.rights.length === 0);
        for (const record of after) expect(new Set(record.tasks.map(({ id }) => id)).size).toBe(record.tasks.length);
        const again = desk.act('c1', 'UANNA', action);
        expect(again.ok).toBe(false);
        expect(desk.cases.size).toBe(2);
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(done).toBeGreaterThan(30);
  });
});

describe('a merge', () => {
  it('loses nothing and makes no date later, or is refused and changes nothing', () => {
    let done = 0;
    fc.assert(
      fc.property(walks('c1'), walks('c2'), moments, (one, two, at) => {
        const desk = makeMemoryDesk(context);
        walkCase(desk, context, one);
        walkCase(desk, context, two);
        desk.setNow([desk.now(), at, '2026-04-20T09:00:00.000Z'].sort()[2] ?? at);
        const before = [...desk.cases.values()].map((record) => structuredClone(record));
        const action: StaffAction = { do: 'merge', other: 'c2', reason: 'Zelfde persoon.' };
        const taken = desk.act('c1', 'UANNA', action);
        if (!taken.ok) {
          expect([...desk.cases.values()]).toEqual(before);
          return;
        }
        done += 1;
        const [kept, gone] = [desk.read('c1'), desk.read('c2')];
        expect(gone).toMatchObject({ status: 'closed', mergedInto: { id: 'c1' }, tracks: [], tasks: [], letters: [] });
        expect(Object.keys(gone.timers)).toEqual(['purge']);
        const [content, earlier] = [listContent([kept]), listContent(before)];
        for (const [what, all] of Object.entries(earlier)) {
          if (what !== 'decisions') expect(content[what], what).toEqual(expect.arrayContaining(all));
        }
        expect(content.rights).toEqual(earlier.rights);
        expect(content.letters).toEqual(earlier.letters);
        expect(listThings([kept])).toEqual(expect.arrayContaining(listThings(before)));
        for (const { right, due } of dueBy([kept])) {
          const dues = dueBy(before).filter((each) => each.right === right);
          expect(dues.every((each) => due <= each.due)).toBe(true);
          expect(dues.some((each) => each.due === due) || dues.length > 1).toBe(true);
        }
        for (const track of kept.tracks) {
          const came = before.filter((record) => record.tracks.some(({ right }) => right === track.right));
          const first = came.map(({ receivedAt }) => receivedAt).sort()[0];
          expect(track.came?.receivedAt ?? kept.receivedAt).toBe(first);
        }
        expect(new Set(kept.tasks.map(({ id }) => id)).size).toBe(kept.tasks.length);
        expect(desk.act('c1', 'UANNA', action)).toMatchObject({ ok: false, refusal: { code: 'merged-away' } });
        expect(desk.act('c2', 'UANNA', { do: 'note', text: 'x' })).toMatchObject({
          ok: false,
          refusal: { code: 'merged-away', number: kept.number },
        });
      }),
      { numRuns: 150, seed: 12 },
    );
    expect(done).toBeGreaterThan(30);
  });
});
