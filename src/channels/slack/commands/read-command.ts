/** What can be asked behind the slash command, in the order of the help. */
export const commandNames = ['list', 'show', 'add', 'mine', 'overdue', 'stats', 'help'] as const;
export type CommandName = (typeof commandNames)[number];
/** What was asked; `unknown` when the first word is none of ours. `number` is as it was typed. */
export type Command = { do: Exclude<CommandName, 'show'> } | { do: 'show'; number: string } | { do: 'unknown' };

/** Dutch words for the same. */
const others: Record<string, CommandName> = {
  lijst: 'list',
  toon: 'show',
  nieuw: 'add',
  mijn: 'mine',
  telaat: 'overdue',
  cijfers: 'stats',
  hulp: 'help',
};

/** Reads the text behind the command; none is a question for help. */
export function readCommand(text: string): Command {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const lower = word.toLowerCase();
  if (lower === '') return { do: 'help' };
  const name =
    commandNames.find((each) => each === lower) ?? (Object.hasOwn(others, lower) ? others[lower] : undefined);
  if (name === undefined) return { do: 'unknown' };
  return name === 'show' ? { do: name, number: rest.join(' ') } : { do: name };
}
