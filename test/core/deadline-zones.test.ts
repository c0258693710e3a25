import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('deadline-in-zone.ts', import.meta.url));

type Printed = { zone: { timeZone: string; locale: string }; answers: { due: string }[] };

function answerIn(zone: string, locale: string): Printed {
  const env = { PATH: process.env.PATH ?? '', TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale };
  return JSON.parse(execFileSync(process.execPath, [script], { env, encoding: 'utf8' }));
}

describe('the process time zone and locale', () => {
  const home = answerIn('Europe/Amsterdam', 'nl_NL.UTF-8');

  it('reach the child process, so that this test can fail', () => {
    const away = answerIn('Pacific/Kiritimati', 'ar_EG.UTF-8');
    expect(home.zone.timeZone).toBe('Europe/Amsterdam');
    expect(away.zone.timeZone).toBe('Pacific/Kiritimati');
    expect(away.zone.locale).toBe('ar-EG');
    expect(home.answers).toHaveLength(88);
  });

  it.each([
    ['UTC', 'C'],
    ['Pacific/Kiritimati', 'ar_EG.UTF-8'],
    ['Pacific/Apia', 'th_TH.UTF-8'],
    ['America/St_Johns', 'fa_IR.UTF-8'],
    ['America/Santiago', 'tr_TR.UTF-8'],
    ['Asia/Kathmandu', 'ja_JP.UTF-8'],
    ['Australia/Lord_Howe', 'de_DE.UTF-8'],
  ])('change no answer in %s with %s', (zone, locale) => {
    expect(answerIn(zone, locale).answers).toEqual(home.answers);
  });
});
