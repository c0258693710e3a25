import type { Language } from '../../src/core/case.ts';
import type { Facts } from '../../src/core/letter.ts';

/** How a person is addressed; an English letter knows no difference. */
export type Form = 'je' | 'u';

/** Every letter with the part that it plays, and the article of the right that it answers. */
export const letterKinds: readonly { name: string; part: string; article?: string }[] = [
  { name: 'acknowledgement', part: 'acknowledged' },
  { name: 'confirm-identity', part: 'confirm' },
  { name: 'identity-reminder', part: 'reminded' },
  { name: 'not-identified', part: 'notIdentified' },
  { name: 'extension', part: 'extended' },
  { name: 'forwarded', part: 'forwarded' },
  { name: 'nothing-found', part: 'nothing', article: '17' },
  { name: 'recipient-notice', part: 'notice', article: '17' },
  { name: 'refusal', part: 'refuse', article: '17' },
  { name: 'access-fulfilled', part: 'fulfil', article: '15' },
  { name: 'access-partly', part: 'partly', article: '15' },
  { name: 'rectification-fulfilled', part: 'fulfil', article: '16' },
  { name: 'rectification-partly', part: 'partly', article: '16' },
  { name: 'erasure-fulfilled', part: 'fulfil', article: '17' },
  { name: 'erasure-partly', part: 'partly', article: '17' },
  { name: 'restriction-fulfilled', part: 'fulfil', article: '18' },
  { name: 'restriction-partly', part: 'partly', article: '18' },
  { name: 'restriction-set', part: 'locked', article: '18' },
  { name: 'restriction-lifted', part: 'unlocked', article: '18' },
  { name: 'portability-fulfilled', part: 'fulfil', article: '20' },
  { name: 'portability-partly', part: 'partly', article: '20' },
  { name: 'objection-fulfilled', part: 'fulfil', article: '21' },
  { name: 'objection-partly', part: 'partly', article: '21' },
  { name: 'marketing-stopped', part: 'fulfil', article: '21' },
  { name: 'consent-withdrawal-fulfilled', part: 'fulfil', article: '7(3)' },
  { name: 'unsubscribed', part: 'fulfil', article: '7(3)' },
  { name: 'automated-decision-fulfilled', part: 'fulfil', article: '22' },
  { name: 'complaint-answered', part: 'fulfil', article: '77' },
  { name: 'question-answered', part: 'fulfil', article: '12(1)' },
  { name: 'third-party-answered', part: 'fulfil', article: '6(1)' },
  ...['agent', 'parent', 'guardian', 'heir', 'employer', 'authority'].map((kind) => ({
    name: `requester-${kind}`,
    part: `requester-${kind}`,
    article: '6(1)',
  })),
];

/** All facts that a letter may have, each with a value; the decision about "Nieuwsbrief" does what is asked, that about "Facturen" does not. */
export function fullFacts(language: Language, form: Form, article = '17'): Facts {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const newsletter = say('Nieuwsbrief', 'Newsletter');
  const invoices = say('Facturen', 'Invoices');
  const none = { ground: '', law: '', until: '', reason: '' };
  const kept = {
    ground: say('De wet verplicht ons om facturen te bewaren.', 'The law obliges us to keep invoices.'),
    law: say('artikel 17 lid 3 onder b van de AVG', 'article 17(3)(b) of the GDPR'),
    reason: say('De boekhouding van 2024 moet compleet blijven.', 'The accounts of 2024 must stay complete.'),
  };
  const done = ['15', '20'].includes(article)
    ? { act: 'hand-over', actSaid: say('meegegeven', 'handed over') }
    : article === '18'
      ? { act: 'lock', actSaid: say('op slot gezet', 'locked') }
      : article === '16'
        ? { act: 'correct', actSaid: say('gecorrigeerd of aangevuld', 'corrected or completed') }
        : { act: 'delete', actSaid: say('gewist', 'erased') };
  const undone = ['15', '18', '20'].includes(article)
    ? { act: 'leave-out', actSaid: say('weggelaten', 'left out'), until: '' }
    : {
        act: 'keep',
        actSaid: say('blijft bewaard', 'kept'),
        until: say('zaterdag 31 december 2033', 'Saturday 31 December 2033'),
      };
  return {
    organisation: {
      name: 'Voorbeeld',
      address: 'Dorpsstraat 1',
      email: 'info@voorbeeld.example',
      phone: '',
      website: '',
    },
    authority: { name: 'Autoriteit Persoonsgegevens', website: 'autoriteitpersoonsgegevens.nl' },
    person: { name: 'Jan de Vries' },
    handler: { name: 'Anna' },
    code: '[code]',
    form,
    case: {
      number: 'KP-2026-0001',
      receivedOn: say('dinsdag 3 maart 2026', 'Tuesday 3 March 2026'),
      dueOn: say('vrijdag 3 april 2026', 'Friday 3 April 2026'),
      today: say('maandag 9 maart 2026', 'Monday 9 March 2026'),
      rights: say('verwijdering', 'erasure'),
    },
    tracks: [
      {
        name: say('verwijdering', 'erasure'),
        law: say('artikel 17 van de AVG', 'article 17 of the GDPR'),
        dueOn: say('vrijdag 3 april 2026', 'Friday 3 April 2026'),
      },
    ],
    extension: {
      dueOn: say('woensdag 3 juni 2026', 'Wednesday 3 June 2026'),
      reason: say('Het archief in Emmen is verhuisd.', 'The archive in Emmen has moved.'),
      rights: say('verwijdering', 'erasure'),
    },
    right: {
      name: say('verwijdering', 'erasure'),
      article,
      law: say(`artikel ${article} van de AVG`, `article ${article} of the GDPR`),
      dueOn: say('vrijdag 3 april 2026', 'Friday 3 April 2026'),
    },
    reason: say('Het dossier speelt bij een lopend geschil.', 'The file matters to a pending dispute.'),
    ground: {
      text: say('Het is nodig voor een rechtsvordering.', 'It is needed for a legal claim.'),
      article: '17(3)(e)',
      law: say('artikel 17 lid 3 onder e van de AVG', 'article 17(3)(e) of the GDPR'),
    },
    found: [
      {
        place: say('Mailbox', 'Mailbox'),
        holds: '',
        retention: '',
        result: 'found',
        note: say('Vier berichten.', 'Four messages.'),
      },
      { place: say('Archiefkast', 'Filing cabinet'), holds: '', retention: '', result: 'nothing', note: '' },
    ],
    done: [
      { place: 'Mailbox', holds: '', retention: '', result: 'done', note: say('Vier berichten.', 'Four messages.') },
    ],
    told: [],
    informed: [say('Drukkerij Noord', 'Printer North')],
    recipient: { name: say('Drukkerij Noord', 'Printer North') },
    answer: say('Zie de bijlage.', 'See the enclosure.'),
    places: [],
    recipients: [
      { name: say('Drukkerij Noord', 'Printer North'), why: say('drukt onze brieven.', 'prints our letters.') },
      { name: 'Mailwolk', why: say('verstuurt onze post.', 'sends our mail.') },
    ],
    decisions: [
      { category: newsletter, ...done, ...none },
      { category: invoices, ...kept, ...undone },
    ],
    categories: [
      {
        name: newsletter,
        holds: say('Naam en e-mailadres.', 'Name and e-mail address.'),
        purposes: say('Het versturen van nieuws.', 'Sending the news.'),
        retention: say('Totdat iemand zich afmeldt.', 'As long as somebody subscribes.'),
        recipients: ['Mailwolk'],
        source: '',
        logic: say('Opgeteld per klik.', 'Added up per click.'),
        transfer: say('De opslag staat in Canada.', 'The storage stands in Canada.'),
      },
      {
        name: invoices,
        holds: say('Bedragen en betalingen.', 'Amounts and payments.'),
        purposes: say('Onze boekhouding en belastingaangifte.', 'Our accounts and tax return.'),
        retention: say('Zeven jaar na het boekjaar.', 'Seven years after the financial year.'),
        recipients: [say('Drukkerij Noord', 'Printer North')],
        source: say('Afkomstig van de opdrachtgever.', 'Provided by the client.'),
        logic: '',
        transfer: '',
      },
    ],
  };
}
