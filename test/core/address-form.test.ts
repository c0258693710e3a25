import { expect, test } from 'vitest';
import { chooseForm } from '../../src/core/address-form.ts';

test.each([
  ['Kunt u mij laten weten welke gegevens u van mij heeft?', 'u'],
  ['Graag ontvang ik uw antwoord.', 'u'],
  ['Kunt u mij vertellen wat jullie van mij hebben?', 'u'],
  ['KUNT U MIJ UITSCHRIJVEN?', 'u'],
  ['Geachte heer, mevrouw,\n\nHierbij verzoek ik om inzage.\n\nHoogachtend,', 'u'],
  ['Kun je mijn gegevens wissen?', 'je'],
  ['Wil je dat voor mij doen? Ik hoor het graag van jou.', 'je'],
  ['Hoi, wat hebben jullie van mij?', 'je'],
  ['Geachte redactie, wat hebben jullie over mij?', 'je'],
  ['Graag inzage in mijn gegevens.', 'je'],
  ['', 'je'],
  ['Groet, J.U. de Boer', 'je'],
  ['Groet,\nU. de Boer', 'je'],
  ['Kun je mij uitschrijven?\n\n> Kunt u uw adres bevestigen?\n> Wij horen graag van u.', 'je'],
  [
    'Kun je mij uitschrijven?\n\nOp 3 maart 2026 schreef Kwalipro <info@voorbeeld.example>:\nWilt u uw gegevens zien?',
    'je',
  ],
  ['Kun je mij uitschrijven?\n\nVan: Anna <anna@voorbeeld.example>\nWilt u uw gegevens zien? Dank u.', 'je'],
  ['Wat weet je van mij?\n\n-- \nVoor al uw vragen: bel u suf', 'je'],
  [
    'Wis alles graag.\n\nDit bericht is vertrouwelijk. Indien u dit ten onrechte ontvangt, wilt u het dan vernietigen?',
    'je',
  ],
  ['Kunt u mij helpen? Als je je afmeldt, krijg je toch nog post.', 'u'],
  ['Kun je mij uitschrijven? Dan hoor ik het van je. Je weet mijn adres, je hebt het. Dank u.', 'je'],
  [
    'Kunt u dat doen?\n\nOp 3 maart 2026 schreef Anna <anna@voorbeeld.example>:\n> Wil je dat?\n\nGraag van u een antwoord.',
    'u',
  ],
])('"%s" is answered with %s', (text, form) => {
  expect(chooseForm(text)).toBe(form);
});
