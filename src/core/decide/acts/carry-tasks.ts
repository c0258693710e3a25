import type { Case, Done, Task } from '../../case.ts';
import { isSettled } from '../../step.ts';
import { type Draft, record } from '../draft.ts';
import { nextTask } from '../open-tasks.ts';

/** Records the tasks that a case took over and that are still open, by step, so that its thread shows them. */
export function recordOpenTasks(draft: Draft, tasks: Task[], done: Done): void {
  const open = tasks.filter((task) => !isSettled(task));
  for (const step of new Set(open.map((task) => task.step))) {
    const ids = open.filter((task) => task.step === step).map((task) => task.id);
    record(draft, 'tasks-opened', done, { step, tasks: ids });
  }
}

/** The tasks of two cases as one list: `renamed` says what the other's are now called, `added` are those that are not one with an own one. */
export type Carried = { tasks: Task[]; added: Task[]; renamed: Map<string, string> };

/**
 * Joins another case's tasks to a case's own. One search of a place for a right that both ask is one task, with what was found by
 * either; all others are added under a new id.
 */
export function carryTasks(own: Case, other: Case): Carried {
  const tasks = structuredClone(own.tasks);
  const added: Task[] = [];
  const renamed = new Map<string, string>();
  let next = nextTask(own);
  for (const task of other.tasks) {
    const same = tasks.find((each) => isSameSearch(each, task) && own.tasks.some(({ id }) => id === each.id));
    if (same) {
      Object.assign(same, joinSearches(same, task));
      renamed.set(task.id, same.id);
    } else {
      const id = `${task.step}-${next}`;
      next += 1;
      added.push({ ...structuredClone(task), id });
      renamed.set(task.id, id);
    }
  }
  return { tasks: [...tasks, ...added], added, renamed };
}

function isSameSearch(own: Task, other: Task): boolean {
  const isSearch = own.step === 'search' && other.step === 'search';
  return isSearch && own.place === other.place && own.rights.some((right) => other.rights.includes(right));
}

const bestFirst = ['found', 'nothing', 'failed', undefined] as const;

function joinSearches(own: Task, other: Task): Partial<Task> {
  const [best = own] = [own, other].sort((a, b) => bestFirst.indexOf(at(a)) - bestFirst.indexOf(at(b)));
  const { result, finished } = best;
  return {
    rights: [...new Set([...own.rights, ...other.rights])],
    dueOn: own.dueOn < other.dueOn ? own.dueOn : other.dueOn,
    ...(result ? { result } : {}),
    ...(finished ? { finished } : {}),
  };
}

const at = ({ result }: Task) => (result === 'done' ? 'found' : result);
