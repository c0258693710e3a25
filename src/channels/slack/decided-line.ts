import { categoryActs, type Outcome } from '../../core/case.ts';
import type { RecordedEvent } from '../../core/post.ts';
import { readList, readText } from './event-data.ts';
import { type Frame, nameActor, nameCategory, nameRight } from './frame.ts';
import { sayApprovalOf } from './say-approval.ts';

/** What was decided for a right, and for its categories by what happens to them: "bewaren: Facturen". */
export function sayDecided(event: RecordedEvent, frame: Frame): string {
  const { words } = frame;
  const right = nameRight(readText(event, 'right') ?? '', frame);
  const outcome = words.line.outcomes[event.data.outcome as Outcome];
  const parts = [words.line.decided(right, outcome, nameActor(event.by, frame)), ...listActs(event, frame)];
  if (event.data.despite === true) parts.push(words.line.decidedDespite);
  return [...parts, ...sayApprovalOf(event, frame)].join('; ');
}

function listActs(event: RecordedEvent, frame: Frame): string[] {
  const { words } = frame;
  const decided = readList(event, 'categories').map((each) => each.split(':'));
  return categoryActs.flatMap((act) => {
    const names = decided.flatMap(([id, chosen]) => {
      return chosen === act && id !== undefined ? [nameCategory(id, frame)] : [];
    });
    return names.length > 0 ? [words.line.decidedCategories(words.card.acts[act], names.join(', '))] : [];
  });
}
