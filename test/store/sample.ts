import type { Case, Personal } from '../../src/core/case.ts';
import type { CaseEvent } from '../../src/core/event.ts';
import type { NewMail, NewOutboxRow } from '../../src/store/store.ts';

/** Sentences and names of nobody, that no file of a store may hold in the clear. */
export const secrets = [
  'Wilhelmina Zonnebloem',
  'w.zonnebloem@voorbeeld.example',
  'Graag zie ik alles in',
  'Dorpsstraat 999',
];

/** Everything that identifies the invented person. */
export function makePersonal(): Personal {
  const [name = '', address = '', text = '', postal = ''] = secrets;
  return {
    name,
    address,
    postal,
    mails: [
      {
        id: 'mail-1',
        receivedAt: '2026-03-02T09:00:00.000Z',
        from: address,
        fromName: name,
        subject: text,
        text: `${text}. Met groet, ${name}`,
        messageId: 'een@voorbeeld.example',
        references: [],
        attachments: [],
      },
    ],
    letters: {},
    why: [{ right: 'access', words: text }],
    notes: [],
    taskNotes: {},
    reasons: {},
  };
}

/** A new case, as the core makes it; the parts given replace its own. */
export function makeCase(id: string, parts: Partial<Case> = {}): Case {
  return {
    id,
    number: null,
    version: 1,
    status: 'open',
    channel: 'email',
    receivedAt: '2026-03-02T09:00:00.000Z',
    language: 'nl',
    initials: 'W.Z.',
    mailDomain: 'voorbeeld.example',
    tracks: [{ right: 'access', marketing: false, steps: {} }],
    clock: [],
    identity: { status: 'open', sender: 'unknown', methods: [] },
    form: 'je',
    tasks: [],
    letters: [],
    timers: {},
    lastDone: {},
    personal: makePersonal(),
    ...parts,
  };
}

/** An event of staff; `words` go into its sealed part. */
export function makeEvent(kind: CaseEvent['kind'], words?: string): CaseEvent {
  const event: CaseEvent = { kind, at: '2026-03-02T09:00:01.000Z', by: 'desk', data: { right: 'access', days: 3 } };
  return words === undefined ? event : { ...event, personal: { words } };
}

/** A mail as the watcher keeps it. */
export function makeMail(uid: number, parts: Partial<NewMail> = {}): NewMail {
  return {
    id: `mail-${uid}`,
    identity: `identity-${uid}`,
    mailbox: 'INBOX',
    uidValidity: '4294967295',
    uid,
    verdict: 'other',
    receivedAt: '2026-03-02T09:00:00.000Z',
    ...parts,
  };
}

/** A row that fell due long before `now`. */
export function makeRow(id: string, parts: Partial<NewOutboxRow> = {}): NewOutboxRow {
  const row = { id, caseId: 'case-1', kind: 'show-case', lane: `lane-${id}`, payload: { case: 'case-1' } };
  return { ...row, dueAt: '2026-03-02T09:00:00.000Z', ...parts };
}

/** The tests' present, and a minute after it. */
export const now = '2026-03-02T10:00:00.000Z';
export const soon = '2026-03-02T10:01:00.000Z';
export const later = '2026-03-02T10:02:00.000Z';

/** How much two racing desks have to do. */
export const raceCases = 40;
export const raceRows = 200;
export const laneCount = 20;
