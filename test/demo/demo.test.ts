import { afterEach, expect, it } from 'vitest';
import { waitFor } from '../support/processes.ts';
import { describeWith, redisServer } from '../support/require.ts';
import { type DemoProcess, startDemo } from './demo-process.ts';

const nothing = { files: [], processes: [] };
const running: DemoProcess[] = [];
afterEach(() => {
  for (const demo of running.splice(0)) {
    demo.child.kill('SIGKILL');
    demo.remove();
  }
});

function start(...args: string[]): DemoProcess {
  const demo = startDemo(...args);
  running.push(demo);
  return demo;
}

/** The number under which something with this label can be pressed on what was drawn. */
function find(drawn: string, label: string): string {
  const numbers = [...drawn.matchAll(/(\d+) ([^·○●⋯\n]+?)(?=\s*(?:·|○|●|⋯|\n|$))/g)];
  const found = numbers.find(([, , text]) => text === label)?.[1];
  if (found === undefined) throw new Error(`Nothing on the screen is called "${label}":\n${drawn}`);
  return found;
}

describeWith([redisServer], 'rechtenloket demo', () => {
  it('plays three cases to the end by itself, checks them, and leaves nothing behind', async () => {
    const demo = start('--auto');
    expect(await demo.ended()).toEqual({ status: 0, signal: null });
    expect(demo.err()).toBe('');
    expect(demo.out().match(/(?<=^ {3}✓ ).*$/gm)).toEqual([
      expect.stringMatching(/^KP-\d{4}-0001 is closed; letters, each once: acknowledged, confirm, fulfil$/),
      expect.stringMatching(/^KP-\d{4}-0002 is closed; letters, each once: acknowledged, partly$/),
      expect.stringMatching(/^KP-\d{4}-0003 is closed; letters, each once: acknowledged, fulfil$/),
      'left alone',
    ]);
    expect(demo.out()).toContain('\nAll went as it should.\n');
    expect(demo.listLeftovers()).toEqual(nothing);
  }, 60_000);

  it('lets somebody work a case by hand, from mail to letter, wind the clock and leave', async () => {
    const demo = start();
    let drawn = await demo.type('?');
    drawn = demo.out();
    expect(drawn).toContain('KP-');
    drawn = await demo.type(find(drawn, 'Bevestig ontvangst'));
    expect(drawn).toContain('Ontvangst bevestigd door Anna Voorbeeld');
    expect(await demo.type('m')).toContain('LETTER to sanne.voorbeeld@postvak.example');

    const asked = await demo.type(find(drawn, 'Vraag om bevestiging…'));
    expect(asked).toContain('┌─ Vraag om bevestiging');
    let page = asked;
    while (!page.includes('submits'))
      page = await demo.type(page.includes('Waar stond dit adres al bij ons?') ? 'de factuur van mei' : '');
    await demo.type('');
    expect(await demo.type('p')).toMatch(/ {2}╟ .*code/);

    await demo.type('u dirk');
    expect(await demo.type(find(drawn, 'Toon bericht'))).toContain('┊ ');
    await demo.type('u bram');
    expect(await demo.type('w 30')).toMatch(/It is now \w+day /);
    expect(await demo.type('99')).toContain('There is no 99');
    expect(await demo.type('dans')).toContain('"dans" is no command');
    expect(await demo.type('c')).toMatch(/ {2}1 KP-\d{4}-0001/);
    demo.child.stdin.write('q\n');
    expect(await demo.ended()).toEqual({ status: 0, signal: null });
    expect(demo.err()).toBe('');
    expect(demo.listLeftovers()).toEqual(nothing);
  }, 60_000);

  it('ends well when its input ends, in the middle of a window too', async () => {
    const demo = start();
    await demo.type('?');
    await demo.type(find(demo.out(), 'Notitie…'));
    demo.child.stdin.end();
    expect(await demo.ended()).toEqual({ status: 0, signal: null });
    expect(demo.err()).toBe('');
    expect(demo.listLeftovers()).toEqual(nothing);
  }, 60_000);

  it('ends all it started when Ctrl-C comes, twice even, and says where its log is', async () => {
    const demo = start('--auto');
    await waitFor('the first click', () => demo.out().includes('Bevestig ontvangst'), 20_000);
    demo.child.kill('SIGINT');
    demo.child.kill('SIGINT');
    expect(await demo.ended()).toEqual({ status: 1, signal: null });
    expect(demo.err()).toContain('stopped before its end');
    const { files, processes } = demo.listLeftovers();
    expect(processes).toEqual([]);
    expect(files.filter((name) => !/^rechtenloket-demo-\w+$/.test(name))).toEqual([
      expect.stringMatching(/^rechtenloket-demo-\w+\/desk\.log$/),
    ]);
    expect(demo.err()).toMatch(/The desk's log: .*\/desk\.log\n$/);
  }, 60_000);

  it('says every fault of a configuration it cannot use', async () => {
    const { CONFIG_DIR } = process.env;
    process.env.CONFIG_DIR = '/nowhere';
    const demo = start('--auto');
    if (CONFIG_DIR === undefined) delete process.env.CONFIG_DIR;
    else process.env.CONFIG_DIR = CONFIG_DIR;
    expect(await demo.ended()).toEqual({ status: 1, signal: null });
    expect(demo.err()).toContain('/nowhere/organisation.yaml: cannot be read');
    expect(demo.err()).toContain('/nowhere/register.yaml: cannot be read');
    expect(demo.listLeftovers().processes).toEqual([]);
  }, 60_000);
});
