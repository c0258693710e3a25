import { findPendingDecision } from '../../core/approval.ts';
import type { Case, Track } from '../../core/case.ts';
import type { PossibleAction } from '../../core/possible.ts';
import { restrictionOf } from '../../core/restriction.ts';
import { type Block, makeContext, makeSection, type PlainTextOption } from './blocks.ts';
import { type Frame, nameRight, nameRights } from './frame.ts';
import { makeOption, nameBlock } from './press.ts';
import { sayLift } from './say-approval.ts';

/** Slack's limit on the entries of an overflow menu. */
const mostOptions = 5;

/** The line that says which data are locked, with what can be done about it, and what waits for a second person. */
export function listLocks(record: Case, possible: PossibleAction[], frame: Frame): Block[] {
  const { words } = frame;
  const locked = record.tracks.filter((track) => restrictionOf(record, track, frame.context) !== null);
  if (locked.length === 0) return [];
  const text = words.restriction.stands(
    nameRights(
      locked.map((track) => track.right),
      frame,
    ),
  );
  const options = locked.flatMap((track) => listOptions(track, possible, frame)).slice(0, mostOptions);
  const menu = { type: 'overflow' as const, action_id: 'case.locks', options };
  return [
    makeSection(text, {
      block_id: nameBlock(record.id, 'locks'),
      ...(options.length > 0 ? { accessory: menu } : {}),
    }),
    ...locked.flatMap((track) => sayLift(track, frame).map((line) => makeContext(line))),
  ];
}

/** A lift that was asked can be approved, or taken back; else it can be asked. */
function listOptions(track: Track, possible: PossibleAction[], frame: Frame): PlainTextOption[] {
  const { restriction } = frame.words;
  const { right, lift } = track;
  const name = nameRight(right, frame);
  const isPossible = (act: PossibleAction['do']) => possible.some((each) => each.do === act && each.right === right);
  return [
    ...(isPossible('tell-restriction')
      ? [makeOption({ do: 'tell-restriction', target: right }, restriction.tellFor(name))]
      : []),
    ...(isPossible('lift-restriction') && !lift
      ? [makeOption({ do: 'lift-restriction', target: right }, restriction.liftFor(name))]
      : []),
    ...(isPossible('lift-restriction') && lift
      ? [makeOption({ do: 'lift-restriction', target: right, extra: lift.at }, restriction.approveFor(name))]
      : []),
    ...(isPossible('undo-decision') && lift && !findPendingDecision(track)
      ? [makeOption({ do: 'undo-decision', target: right }, restriction.undoFor(name))]
      : []),
  ];
}
