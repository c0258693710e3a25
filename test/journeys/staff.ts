import type { Case } from '../../src/core/case.ts';
import { listPossible, type PossibleAction } from '../../src/core/possible.ts';
import type { World } from './world.ts';

type Values = Parameters<World['slack']['submit']>[1];
/** How staff answer the windows they meet on the way; what is absent is filled in plainly. `finds: false`: no place holds anything. */
export type Manner = {
  finds?: boolean;
  decide?: Values;
  tasks?: Values;
  identity?: 'by-hand' | 'by-code';
  user?: string;
};

export const channel = 'CPRIVACY';

/** The case of the person who wrote from this address. */
export async function readCaseOf(world: World, from: string): Promise<Case> {
  const { store } = world.running.desk;
  const links = await store.findLinks('address', [from]);
  const [id, ...more] = [...new Set(links.map((link) => link.caseId))];
  const record = id ? await store.readCase(id) : null;
  if (!record || more.length > 0)
    throw new Error(`Expected one case of this address, found ${id ? more.length + 1 : 0}.`);
  return record;
}

/** The one message in the channel that is the case's card. */
export async function findCard(world: World, record: Case) {
  const posts = (await world.running.desk.store.readPosts(record.id)).filter((post) => post.kind === 'card');
  const [post] = posts;
  if (posts.length !== 1 || !post) throw new Error(`Expected one card of the case, found ${posts.length}.`);
  const message = world.slack.message(post.ts);
  if (!message) throw new Error('The card is not in Slack.');
  return message;
}

/** Presses a button on the case's card. */
export async function press(world: World, record: Case, action: string, user = 'UANNA'): Promise<void> {
  const card = await findCard(world, record);
  const pressed = await world.slack.press(user, card.ts, action);
  if (!pressed.acked) throw new Error(`The press of ${action} was not acknowledged.`);
}

/** Chooses an entry of a menu on the case's card. */
export async function choose(world: World, record: Case, menu: string, value: string, user = 'UANNA'): Promise<void> {
  const card = await findCard(world, record);
  await world.slack.choose(user, card.ts, menu, value);
}

/** Waits for the window that a press opens, fills it in and submits it. */
export async function fill(world: World, values: Values, user = 'UANNA'): Promise<void> {
  await world.slack
    .waitFor(() => world.slack.view(user), { what: 'a window to open' })
    .catch((error: Error) => {
      throw new Error(
        `${error.message} Said privately: ${world.slack
          .ephemerals(user)
          .map((each) => each.words)
          .join(' | ')}. Log: ${world.logs.slice(-2).join(' ')}`,
      );
    });
  const submitted = await world.slack.submit(user, values);
  if (submitted.result === 'form-errors' || submitted.result === 'errors' || submitted.result === 'trouble') {
    throw new Error(`The window was refused: ${JSON.stringify(submitted)}`);
  }
}

/** Does something and waits until the case has moved on, then until all that follows is done. */
export async function moved(world: World, record: Case, act: () => Promise<void>): Promise<Case> {
  await act();
  const deadline = Date.now() + 10_000;
  for (;;) {
    const now = await world.running.desk.store.readCase(record.id);
    if (now && now.version > record.version) break;
    if (Date.now() > deadline)
      throw new Error(
        `The case did not move within 10 s; private messages: ${world.slack
          .ephemerals('UANNA')
          .map((each) => each.words)
          .join(' | ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await world.settle();
  return readById(world, record.id);
}

export async function readById(world: World, id: string): Promise<Case> {
  const record = await world.running.desk.store.readCase(id);
  if (!record) throw new Error(`Case ${id} is gone.`);
  return record;
}

/** What is due next on a case. */
export function nextAction(world: World, record: Case): PossibleAction | undefined {
  return listPossible(record, world.context, world.now()).find((action) => action.primary);
}

/** Staff work a case in Slack until it is closed: whatever its card asks next is done, as a person would. */
export async function workToTheEnd(world: World, start: Case, manner: Manner = {}): Promise<Case> {
  let record = start;
  for (let step = 0; step < 60 && record.status !== 'closed'; step += 1) {
    const action = nextAction(world, record);
    if (!action) throw new Error(`Nothing is due on the case at ${JSON.stringify(record.tracks)}.`);
    record = await moved(world, record, () => act(world, record, action, manner));
  }
  if (record.status !== 'closed') throw new Error('The case is not closed after sixty steps.');
  return record;
}

/** Does one action on the card. */
export async function act(world: World, record: Case, action: PossibleAction, manner: Manner = {}): Promise<void> {
  const user = manner.user ?? 'UANNA';
  switch (action.do) {
    case 'acknowledge':
    case 'close':
      return press(world, record, `case.${action.do}`, user);
    case 'confirm-identity':
      await press(world, record, 'case.confirm-identity', user);
      return fill(world, { method: 'call-back' }, user);
    case 'finish-task': {
      const task = record.tasks.find((each) => each.id === action.task);
      if (task?.step === 'search' && manner.finds === false)
        return press(world, record, `case.finish-task.${action.task}.nothing`, user);
      const result = task?.step === 'search' ? 'found' : 'done';
      await press(world, record, `case.finish-task.${action.task}.${result}`, user);
      return fill(world, { note: 'naam, adres en facturen van 2024', ...manner.tasks }, user);
    }
    case 'decide':
      await press(world, record, `case.decide.${action.right}`, user);
      return fill(world, manner.decide ?? { outcome: 'fulfil' }, user);
    case 'approve-decision': {
      const decidedAt = record.tracks.find((track) => track.right === action.right)?.decision?.at;
      await press(world, record, `case.approve-decision.${action.right}.${decidedAt}`, 'UCARLA');
      return fill(world, {}, 'UCARLA');
    }
    case 'send-notice':
      await press(world, record, `case.send-notice.${action.task}`, user);
      return fill(world, {}, user);
    case 'send-letter':
      await press(world, record, `case.send-letter.${action.right}`, user);
      return fill(world, {}, user);
    case 'settle-letter':
      // The letter on paper is printed and posted; what became of an e-mail is for the test to say.
      if (record.letters.find((letter) => letter.id === action.letter)?.means !== 'post')
        throw new Error(`Staff were asked what became of letter ${action.letter}.`);
      await press(world, record, `case.settle-letter.${action.letter}`, user);
      return fill(world, {}, user);
    default:
      throw new Error(`Staff do not know how to ${action.do} here.`);
  }
}
