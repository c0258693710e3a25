import type { RecordedEvent } from '../../core/post.ts';
import { readList, readText } from './event-data.ts';
import { type Frame, nameActor, nameRights } from './frame.ts';

/** What the line of a split or a merge says: what went from which case to which, and who did it. */
export function sayCases(
  kind: 'split' | 'split-off' | 'merged' | 'merged-away',
  event: RecordedEvent,
  frame: Frame,
): string {
  const { words } = frame;
  const who = nameActor(event.by, frame);
  const rights = nameRights(readList(event, 'rights'), frame);
  const what = words.cases.chosen(rights, rights === '' ? readList(event, 'mails').length : 0);
  const nameOf = (key: string) => readText(event, key) || words.cases.unnumbered;
  switch (kind) {
    case 'split':
      return words.cases.lineSplit(what, nameOf('into'), who);
    case 'split-off':
      return words.cases.lineSplitOff(what, nameOf('from'), who);
    case 'merged':
      return words.cases.lineMerged(nameOf('from'), rights, who);
    case 'merged-away':
      return words.cases.mergedWith(nameOf('into'));
  }
}
