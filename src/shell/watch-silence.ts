import { sayAlarm } from '../core/say-alarm.ts';
import { type Alarm, followHealth, markTold, type PartHealth, type Troubles } from '../core/silence.ts';
import { describeError } from '../log.ts';
import type { Desk } from './desk.ts';

/** What the watch needs: how the parts are, and a way to mail the owner that does not touch Slack. */
export type SilenceParts = {
  read: () => Promise<Record<string, PartHealth>>;
  /** Mails one owner; answers whether it went out. */
  mail: (to: string, subject: string, text: string) => Promise<boolean>;
};
/** The watch: `check` looks once; a look while another is under way waits for that one. */
export type SilenceWatch = { check(): Promise<void>; close(): void };

const everyMs = 60_000;
const answerWithinMs = 30_000;
/** The key under which the store remembers what owners were told, so that a restart or another worker does not repeat it. */
const metaKey = 'silence';

/** Watches the parts of the desk and mails the owners when one was silent for an hour, and when it works again. */
export function watchSilence(desk: Desk, parts: SilenceParts): SilenceWatch {
  let troubles: Troubles | null = null;
  let looking: Promise<void> | undefined;
  /** Told, while the store could not remember it. */
  const unkept = new Set<string>();

  async function look(): Promise<void> {
    const known = troubles ?? (await readTold(desk)) ?? {};
    const followed = followHealth(known, await readHealth(parts), desk.now());
    troubles = followed.troubles;
    for (const alarm of followed.alarms) {
      const isTold = !unkept.has(alarm.part) && (await isToldByOther(desk, alarm));
      if (!isTold && !(await tellOwners(desk, parts, alarm))) continue;
      troubles = markTold(troubles, alarm);
      if (await keepTold(desk, alarm)) unkept.delete(alarm.part);
      else unkept.add(alarm.part);
    }
  }

  const check = () => {
    looking ??= look()
      .catch((error) => desk.log.error(describeError(error), 'The watch over the parts failed; it looks again.'))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const timer = setInterval(check, everyMs);
  timer.unref();
  return { check, close: () => clearInterval(timer) };
}

/** A store that does not answer at all is as silent as one that fails. */
async function readHealth(parts: SilenceParts): Promise<Record<string, PartHealth>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, PartHealth>>((resolve) => {
    timer = setTimeout(() => resolve({ store: { ok: false, state: 'no answer' } }), answerWithinMs);
  });
  const health = await Promise.race([parts.read(), late]);
  clearTimeout(timer);
  return health;
}

async function tellOwners(desk: Desk, parts: SilenceParts, alarm: Alarm): Promise<boolean> {
  const { organisation } = desk.context;
  const owners = organisation.team.flatMap((member) =>
    member.roles.includes('owner') && member.email ? [member.email] : [],
  );
  const words = sayAlarm(alarm, desk.context);
  let told = false;
  for (const to of owners.length > 0 ? owners : [organisation.email]) {
    told = (await parts.mail(to, words.subject, words.text)) || told;
  }
  const fields = { part: alarm.part, kind: alarm.kind, since: alarm.since, told };
  if (told) desk.log.warn(fields, 'The owner was told of trouble by mail.');
  else desk.log.error(fields, 'The owner could not be told of trouble by mail; it is tried again.');
  return told;
}

/** What owners were told of and is not over yet; null while the store does not answer. */
async function readTold(desk: Desk): Promise<Troubles | null> {
  try {
    return JSON.parse((await desk.store.readMeta(metaKey)) ?? '{}') as Troubles;
  } catch (error) {
    desk.log.warn(describeError(error), 'What owners were told of trouble could not be read.');
    return null;
  }
}

/** False while the store does not answer. */
async function keepTold(desk: Desk, alarm: Alarm): Promise<boolean> {
  try {
    const told = (await readTold(desk)) ?? {};
    await desk.store.writeMeta(metaKey, JSON.stringify(markTold(told, alarm)));
    return true;
  } catch (error) {
    desk.log.warn(describeError(error), 'What owners were told of trouble could not be kept.');
    return false;
  }
}

/** Another worker on the same store may have told it before. */
async function isToldByOther(desk: Desk, { part, kind }: Alarm): Promise<boolean> {
  const told = await readTold(desk);
  if (told === null) return false;
  return kind === 'begun' ? told[part] !== undefined : told[part] === undefined;
}
