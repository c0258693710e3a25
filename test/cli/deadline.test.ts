import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/cli/csv.ts';
import { type DeadlineOptions, runDeadline } from '../../src/cli/deadline.ts';

function run(options: DeadlineOptions, files: Record<string, string> = {}) {
  let stdout = '';
  let stderr = '';
  const status = runDeadline(options, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
      return text;
    },
  });
  return { status, stdout, stderr };
}

describe('the command deadline', () => {
  it('explains a due date in Dutch', () => {
    const { status, stdout, stderr } = run({ received: '2027-05-31T10:00:00+02:00' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Uiterlijk: woensdag 30 juni 2027\n');
    expect(stdout).toContain(
      '2. 31 mei + 1 maand = 30 juni (geen 31 juni); 30 juni is een woensdag  [1182/71 3(2)(c) clamp]',
    );
  });

  it('explains it in English, with the target and what did not count', () => {
    const { stdout } = run({
      received: '2027-06-01T09:00:00+02:00',
      event: ['identity_requested@2027-06-02', 'identity_confirmed@2027-06-09', 'extended@2027-07-02'],
      language: 'en',
    });
    expect(stdout).toContain('Due: Wednesday 7 July 2027\nAim for: Thursday 1 July 2027\n');
    expect(stdout).toContain('! The extension notice of Friday 2 July 2027 does not count');
  });

  it('gives one JSON document with the steps', () => {
    const { stdout } = run({ received: '2027-02-28T12:00:00+01:00', json: true });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      receivedAt: '2027-02-28T11:00:00.000Z',
      due: '2027-03-30',
      dueWithoutPause: '2027-03-30',
      lastDayForExtensionNotice: '2027-03-30',
    });
    expect(Object.keys(answer.steps[0])).toEqual(['rule', 'date', 'text']);
  });

  it('takes a date alone for an event on the day of the receipt', () => {
    const { status, stdout } = run({
      received: '2027-06-01T09:00:00+02:00',
      event: ['identity_requested@2027-06-01', 'identity_confirmed@2027-06-04'],
      json: true,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ due: '2027-07-05', pauseDays: 2 });
  });

  it.each([
    [{ received: '2027-06-31' }, 'ontvangst "2027-06-31" is geen moment'],
    [
      { received: '2027-06-01', event: ['confirmed@2027-06-02'] },
      'verwacht NAAM@ISO met een naam uit identity_requested',
    ],
    [{ received: '2027-06-01', event: ['extended'] }, 'heeft geen moment na @'],
    [{ received: '2027-06-01', event: ['extended@2027-02-30'] }, 'gebeurtenis "extended@2027-02-30" heeft geen moment'],
    [{ received: '2027-06-01', event: ['identity_confirmed@2027-06-02'] }, 'is een antwoord zonder vraag'],
    [{ received: '2027-06-01', event: ['extended@2027-05-02'] }, '"extended@2027-05-02" ligt vóór de ontvangst'],
    [
      { received: '2027-06-01', event: ['identity_requested@2027-06-08', 'identity_confirmed@2027-06-02'] },
      '"identity_confirmed@2027-06-02" staat na "identity_requested@2027-06-08" maar ligt eerder',
    ],
    [{}, 'geef óf --received ISO óf --csv BESTAND'],
    [{ received: '2027-06-01', csv: 'a.csv' }, 'geef óf --received ISO óf --csv BESTAND'],
    [{ csv: 'a.csv', event: ['extended@2027-06-02'] }, '--event hoort bij --received'],
    [{ csv: 'absent.csv' }, '--csv absent.csv is niet te lezen (ENOENT'],
  ])('refuses %j and says what is wrong', (options, message) => {
    const { status, stdout, stderr } = run(options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says the same in English when asked', () => {
    const { stderr } = run({ received: '2027-06-01', event: ['foo@2027-06-02', 'extended@x'], language: 'en' });
    expect(stderr.split('\n')).toHaveLength(3);
    expect(stderr).toContain('event "foo@2027-06-02" has an unknown name');
    expect(stderr).toContain('event "extended@x" has no moment after @');
  });
});

describe('the command deadline on a CSV file', () => {
  const vectors = readFileSync(new URL('../core/deadlines.csv', import.meta.url), 'utf8');

  it('answers the 88 vectors and leaves each row as it was', () => {
    const { status, stdout, stderr } = run({ csv: 'v.csv' }, { 'v.csv': vectors });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const given = vectors.trimEnd().split('\r\n');
    const answered = stdout.trimEnd().split('\r\n');
    expect(answered).toHaveLength(89);
    expect(answered[0]).toBe(`${given[0]},due,due_without_pause`);
    const read = readCsv(stdout);
    for (const [index, record] of (read.ok ? read.records : []).entries()) {
      expect(record.text.startsWith(`${given[index]},`)).toBe(true);
      if (index > 0) expect(record.cells.slice(-2)).toEqual([record.cells[2], record.cells[6]]);
    }
  });

  it('gives JSON lines', () => {
    const { stdout } = run({ csv: 'v.csv', json: true }, { 'v.csv': vectors });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(88);
    expect(lines.every((line) => line.due === line.expected_due_date)).toBe(true);
  });

  it('keeps quotes, carriage returns, other columns and their order', () => {
    const source = 'note,events,received_at\r\n"a, ""b""\r\nc","",2027-03-05T10:00:00+01:00\r\n';
    const { stdout } = run({ csv: 'v.csv' }, { 'v.csv': source });
    expect(stdout).toBe(
      'note,events,received_at,due,due_without_pause\r\n"a, ""b""\r\nc","",2027-03-05T10:00:00+01:00,2027-04-05,2027-04-05\r\n',
    );
  });

  it('reads the semicolons of a Dutch spreadsheet, a byte order mark and events in quotes', () => {
    const source =
      '\uFEFFreceived_at;events\n01-06-2027;"identity_requested@2027-06-02;identity_confirmed@2027-06-09"\n\n15-06-2027;\n';
    const { status, stdout } = run({ csv: 'v.csv' }, { 'v.csv': source });
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'received_at;events;due;due_without_pause',
      '01-06-2027;"identity_requested@2027-06-02;identity_confirmed@2027-06-09";2027-07-07;2027-07-01',
      '15-06-2027;;2027-07-15;2027-07-15',
    ]);
  });

  it('answers the other rows when one is wrong, and names its line', () => {
    const source =
      'received_at,events\n2027-06-15T10:00:00Z,\nsoon,\n2027-06-15T10:00:00Z,extended@2027-01-01\n1,2,3\n';
    const { status, stdout, stderr } = run({ csv: 'v.csv' }, { 'v.csv': source });
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'received_at,events,due,due_without_pause',
      '2027-06-15T10:00:00Z,,2027-07-15,2027-07-15',
      'soon,,,',
      '2027-06-15T10:00:00Z,extended@2027-01-01,,',
      '1,2,3,,',
      '',
    ]);
    expect(stderr).toContain('v.csv regel 3: ontvangst "soon"');
    expect(stderr).toContain('v.csv regel 4: "extended@2027-01-01" ligt vóór');
    expect(stderr).toContain('v.csv regel 5: de rij heeft 3 cellen: verwacht 2');
  });

  it.each([
    ['', 'regel 1: gevonden ""'],
    ['received,events\n', 'verwacht de kolommen received_at en events'],
    ['received_at,events\n"2027,\n', 'regel 2: een cel tussen aanhalingstekens is niet afgesloten'],
  ])('refuses %j and says what is wrong', (source, message) => {
    const { status, stdout, stderr } = run({ csv: 'v.csv' }, { 'v.csv': source });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
