import type { DeskOptions, OpenDesk } from '../open-desk.ts';
import { states } from '../states.ts';

/** The desk with one case, `c1`, and the timestamp of its card. */
export type Stage = { it: OpenDesk; ts: string; mode: 'socket' | 'http' };

/** Where somebody reads what is said to them alone: below the card, in the window before them, or on App Home. */
export type Told = { user: string; where: 'message' | 'window' | 'home'; words: string };

/** Something that goes wrong, how the desk must stand afterwards, and what the person concerned reads. */
export type Situation = {
  name: string;
  /** The way by which Slack reaches the desk, where it can happen by one only. */
  only?: 'socket' | 'http';
  /** In which state of states.ts the case stands at first; `new` when absent. */
  from?: string;
  options?: DeskOptions;
  happen(stage: Stage): Promise<void>;
  /** Checks the state of the desk at the end. */
  ends(stage: Stage): Promise<void> | void;
  /** What is said privately, with a reference; or why there is nothing to say. */
  told: Told | { nothing: string };
};

/** Opens the stage of a situation. */
export async function setStage(
  { from = 'new', options = {} }: Situation,
  mode: Stage['mode'],
  start: (options: DeskOptions) => Promise<OpenDesk>,
): Promise<Stage> {
  const it = await start({ ...options, mode });
  const state = states.find((each) => each.name === from);
  if (!state) throw new Error(`There is no state ${from}: expected one of states.ts.`);
  state.reach(it.desk, 'c1');
  await it.show('c1');
  return { it, ts: (await it.card('c1')).ts, mode };
}

/** What somebody can read privately at this moment, at each place. */
export function readPrivately({ it }: Stage, { user, where }: Told): string {
  if (where === 'message') return it.standIn.ephemerals(user).at(-1)?.words ?? '';
  return (where === 'window' ? it.standIn.view(user) : it.standIn.home(user))?.words ?? '';
}

/** Waits for the window before a person. */
export function waitForWindow({ it }: Stage, user = 'UANNA') {
  return it.standIn.waitFor(() => it.standIn.view(user));
}

/** Opens App Home and from it the window of the case. */
export async function openCaseFromHome(stage: Stage, user = 'UANNA'): Promise<void> {
  const { standIn } = stage.it;
  await standIn.openHome(user);
  await standIn.waitFor(() => standIn.home(user));
  await standIn.press(user, 'home', 'home.open');
  await waitForWindow(stage, user);
}

/** Waits until the case is acknowledged. */
export function waitForAcknowledged({ it }: Stage) {
  return it.standIn.waitFor(() => it.desk.read('c1').acknowledged);
}
