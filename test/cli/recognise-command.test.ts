import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, write } from './run-command.ts';

const request =
  'Hierbij doe ik een inzageverzoek op grond van artikel 15 AVG. Ik wil weten welke persoonsgegevens u van mij verwerkt en ontvang graag een kopie.';
const invoice = 'Bijgaand de factuur voor de koffie van maandag. Graag betalen binnen 14 dagen.';
const mail = `From: Bep Brief <bep@example.test>\r\nSubject: Vraag\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${request}\r\n`;

describe('recognise and deadline as commands', () => {
  const folder = makeFolder({ config: true });
  afterAll(() => folder.remove());
  const run = (words: string[], stdin?: string) =>
    runCommand(words, { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });
  const readLines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('answers JSON lines on standard input with JSON lines, in their order', async () => {
    const lines = [
      { id: 'a', subject: 'Vraag', text: request },
      { id: 7, subject: 'Factuur', text: invoice },
    ];
    const ran = await run(['recognise'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const answers = readLines(ran.stdout);
    expect(answers.map((answer) => [answer.id, answer.verdict])).toEqual([
      ['a', 'request'],
      [7, 'other'],
    ]);
    expect(answers[0]).toMatchObject({
      rights: ['access'],
      marketing: false,
      language: 'nl',
      certainty: expect.any(Number) as number,
    });
    expect(answers[0]?.why).toEqual([{ right: 'access', words: expect.any(String) as string }]);
  });

  it('names the lines that it cannot read, and answers the others', async () => {
    const ran = await run(['recognise', '--json'], `{"id":1\n${JSON.stringify({ id: 2, text: invoice })}\n[3]\n`);
    expect(ran.status).toBe(1);
    expect(readLines(ran.stdout).map((answer) => answer.id)).toEqual([2]);
    expect(ran.stderr).toMatch(/line 1: not JSON; expected[\s\S]*line 3: not an object; expected/);
  });

  it('answers mails as files, for people and as JSON, and names one that is not there', async () => {
    write(folder.path, 'vraag.eml', mail);
    const spoken = await run(['recognise', 'vraag.eml']);
    expect(spoken.stdout).toMatch(
      /^vraag\.eml: request: access \(\d+ % certain\), language nl\n {2}access, because: '/,
    );
    const ran = await run(['recognise', '--json', 'vraag.eml', 'weg.eml']);
    expect(ran.status).toBe(1);
    expect(readLines(ran.stdout)).toMatchObject([{ id: 'vraag.eml', verdict: 'request', rights: ['access'] }]);
    expect(ran.stderr).toMatch(/weg\.eml: not read as a mail \(ENOENT/);
  });

  it('answers one deadline as JSON and in words, and says what is wrong with one', async () => {
    const ran = await run([
      'deadline',
      '--received',
      '2027-03-05T10:00:00+01:00',
      '--event',
      'identity_requested@2027-03-08T10:00:00+01:00',
      '--event',
      'identity_confirmed@2027-03-10T10:00:00+01:00',
      '--json',
    ]);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const answer = JSON.parse(ran.stdout) as { due: string; steps: unknown[] };
    expect(answer).toMatchObject({ due: '2027-04-06', dueWithoutPause: '2027-04-05' });
    expect(answer.steps.length).toBeGreaterThan(1);
    expect((await run(['deadline', '--received', '2027-03-05T10:00:00+01:00', '--language', 'en'])).stdout).toMatch(
      /^Due: .*5 April 2027\n/,
    );
    for (const words of [
      ['--received', 'ooit'],
      [],
      ['--received', '2027-03-05', '--event', 'klaar@2027-03-06'],
      ['--received', '2027-03-05', '--language', 'fr'],
    ]) {
      const wrong = await run(['deadline', ...words]);
      expect([wrong.status, wrong.stdout]).toEqual([2, '']);
      expect(wrong.stderr).not.toBe('');
    }
  });

  it('answers a CSV file with its own columns and the two dates', async () => {
    write(
      folder.path,
      'vragen.csv',
      'id,received_at,events\n1,2027-03-05T10:00:00+01:00,\n2,2027-03-05T10:00:00+01:00,identity_requested@2027-03-08T10:00:00+01:00;identity_confirmed@2027-03-10T10:00:00+01:00\n',
    );
    const ran = await run(['deadline', '--csv', 'vragen.csv']);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const [head, first, second] = ran.stdout.trim().split(/\r?\n/);
    expect(head).toBe('id,received_at,events,due,due_without_pause');
    expect(first).toMatch(/,2027-04-05,2027-04-05$/);
    expect(second).toMatch(/,2027-04-06,2027-04-05$/);
  });
});
