/** How a part of the desk is now; `state` is a word for it. */
export type PartHealth = { ok: boolean; state: string };
/** Trouble that is going on: since when (UTC instant), and whether the owner was told. */
export type Trouble = { since: string; told: boolean };
/** Troubles by part. */
export type Troubles = Record<string, Trouble>;
/** What the owner must be told outside Slack: that a part has been silent for an hour, or that it works again. */
export type Alarm = { part: string; kind: 'begun' | 'over'; since: string; state: string };

const patienceMs = 3_600_000;

/**
 * Follows the parts from one look to the next: what is in trouble since when, and what there is to tell. An alarm comes again at each
 * look until `markTold` says that it went out.
 */
export function followHealth(
  known: Troubles,
  health: Record<string, PartHealth>,
  now: string,
): { troubles: Troubles; alarms: Alarm[] } {
  const troubles: Troubles = {};
  const alarms: Alarm[] = [];
  for (const [part, { ok, state }] of Object.entries(health)) {
    const before = known[part];
    if (ok && !before?.told) continue;
    const trouble = before ?? { since: now, told: false };
    troubles[part] = trouble;
    const isLong = Date.parse(now) - Date.parse(trouble.since) >= patienceMs;
    if (ok) alarms.push({ part, kind: 'over', since: trouble.since, state });
    else if (isLong && !trouble.told) alarms.push({ part, kind: 'begun', since: trouble.since, state });
  }
  return { troubles, alarms };
}

/** The troubles once an alarm went out: told, or over. */
export function markTold(troubles: Troubles, { part, kind, since }: Alarm): Troubles {
  const { [part]: _told, ...others } = troubles;
  return kind === 'over' ? others : { ...others, [part]: { since, told: true } };
}
