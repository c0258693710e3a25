import { chooseForm } from '../address-form.ts';
import type { Context } from '../context.ts';
import type { Incoming } from '../event.ts';
import { accept, type Decided, openDraft, record, refuse, type Seat } from './draft.ts';
import { acknowledgeIfAutomatic, emptyCase, makeInitials, makeTrack } from './receive.ts';

type Added = Extract<Incoming, { kind: 'request-added' }>;

/** Opens a case for a request that came by post, phone, visit or chat and was entered by staff. */
export function addRequest(seat: Seat, incoming: Added, context: Context, now: string): Decided {
  const unknown = incoming.rights.find((right) => !context.workflows.has(right));
  if (unknown !== undefined || incoming.rights.length === 0)
    return refuse({ code: 'unknown-right', right: unknown ?? '' });
  const { person } = incoming;
  const draft = openDraft({
    ...emptyCase(seat),
    status: 'open',
    channel: incoming.channel,
    receivedAt: incoming.receivedAt,
    language: incoming.language,
    initials: makeInitials(person.name ?? person.address ?? ''),
    mailDomain: person.address?.split('@')[1] ?? null,
    tracks: [...new Set(incoming.rights)].map((right) => makeTrack(right, incoming.marketing)),
    identity: { status: 'open', sender: 'unknown', methods: [] },
    form: chooseForm(incoming.text),
    personal: {
      ...person,
      mails: [],
      letters: {},
      why: [],
      notes: incoming.text === '' ? [] : [{ by: incoming.by, at: now, text: incoming.text }],
      taskNotes: {},
      reasons: {},
    },
  });
  record(
    draft,
    'request-added',
    { by: incoming.by, at: now },
    { receivedAt: incoming.receivedAt, rights: incoming.rights, channel: incoming.channel },
  );
  acknowledgeIfAutomatic(draft, context, now);
  return accept(draft);
}
