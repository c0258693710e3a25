import { parseArgs } from 'node:util';
import { type CorpusMail, loadCorpus } from '../scripts/training/load-corpus.ts';
import { labels } from '../scripts/training/train-model.ts';
import { createRecogniser, loadModel } from '../src/recognise/recognise.ts';
import { type Judge, keywordRules, trainNatural, trainNlp } from './recognise-baselines.ts';
import { costs, readSigns } from './recognise-house.ts';
import { countConfusion, formatFigures, isExact, type Judged, measure, tableHead } from './recognise-measure.ts';

/**
 * The figures of issue 3 on the judge part: `npm exec -- node bench/recognise.ts [--alone] [--mistakes FILE]`. `--alone` leaves the
 * other libraries out, `--logistic` adds natural's slow one, `--mistakes` prints the ten worst of one file, so that the others stay
 * unread. Needs `npm --prefix bench ci`.
 */
const { values: flags } = parseArgs({
  options: { alone: { type: 'boolean' }, logistic: { type: 'boolean' }, mistakes: { type: 'string' } },
});
const rounds = 5;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function judgeAll(judge: Judge, mails: readonly CorpusMail[]): Promise<{ judged: Judged[]; perSecond: number }> {
  const judged: Judged[] = [];
  const start = process.cpuUsage();
  for (const mail of mails) judged.push({ mail, answer: await judge.judge(mail) });
  const used = process.cpuUsage(start);
  return { judged, perSecond: Math.round((mails.length / (used.user + used.system)) * 1e6) };
}

/** The judged mails of each file, as each has a writer of its own. */
function byFile(judged: readonly Judged[]): Map<string, Judged[]> {
  return Map.groupBy(judged, ({ mail }) => mail.file);
}

const memoryBefore = process.memoryUsage().rss;
const loadStart = performance.now();
const model = loadModel();
const recognise = createRecogniser({ model, signs: readSigns(), costs });
const loadTime = performance.now() - loadStart;
const mails = loadCorpus('test/corpus/judge');
const ours: Judge = { name: 'rechtenloket', judge: (mail) => recognise(mail) };

const { judged } = await judgeAll(ours, mails);
const memory = process.memoryUsage().rss - memoryBefore;
const times: number[] = [];
const cpuStart = process.threadCpuUsage();
for (let round = 0; round < rounds; round += 1) {
  for (const mail of mails) {
    const start = performance.now();
    recognise(mail);
    times.push(performance.now() - start);
  }
}
const cpu = process.threadCpuUsage(cpuStart);
const perSecond = Math.round(((rounds * mails.length) / (cpu.user + cpu.system)) * 1e6);
const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

print(tableHead);
print(formatFigures(ours.name, measure(judged), String(perSecond)));
if (flags.alone !== true) {
  const trained = [...loadCorpus('test/corpus/train'), ...loadCorpus('test/corpus/tune')];
  const others = [keywordRules, trainNatural(trained, 'Bayes')];
  if (flags.logistic === true) others.push(trainNatural(trained, 'logistic'));
  others.push(await trainNlp(trained));
  for (const other of others) {
    const { judged: said, perSecond: speed } = await judgeAll(other, mails);
    print(formatFigures(other.name, measure(said), String(speed)));
    for (const [file, part] of byFile(said)) print(formatFigures(`${other.name}, ${file}`, measure(part)));
  }
}
print(`\nload ${loadTime.toFixed(0)} ms, p99 ${p99.toFixed(2)} ms a mail, memory +${Math.round(memory / 1e6)} MB\n`);

print(tableHead);
for (const field of ['file', 'language', 'hardness', 'gold'] as const) {
  for (const value of [...new Set(mails.map((mail) => mail[field]))].toSorted()) {
    const part = judged.filter(({ mail }) => mail[field] === value);
    print(formatFigures(`${field} ${value}`, measure(part)));
  }
}
print('');
for (const line of countConfusion(judged, labels)) print(line);

if (flags.mistakes !== undefined) {
  const weigh = ({ mail, answer }: Judged): number => {
    if (mail.gold === 'request' && answer.verdict === 'other') return 100;
    if (mail.gold === 'other' && answer.verdict === 'request') return 50;
    return answer.rights.filter((right) => !mail.labels.includes(right)).length + mail.labels.length;
  };
  const inFile = judged.filter(({ mail }) => mail.file === flags.mistakes);
  if (inFile.length === 0)
    throw new Error(`No mails in test/corpus/judge/${flags.mistakes}. Name a file of that folder.`);
  const worst = inFile.filter((one) => !isExact(one)).toSorted((a, b) => weigh(b) - weigh(a));
  for (const { mail, answer } of worst.slice(0, 10)) {
    print(`\n${mail.id}: asked [${mail.labels.join(', ')}], said ${answer.verdict} [${answer.rights.join(', ')}]`);
    print(`${mail.subject}\n${mail.text.slice(0, 500)}`);
  }
}
