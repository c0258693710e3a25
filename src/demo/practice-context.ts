import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedContext, loadContext } from '../config.ts';
import type { Register } from '../core/register.ts';
import { toLocalDate } from '../core/zone.ts';
import { practiceTeam } from './practice-people.ts';

/** So few places are searched, that a newcomer reaches the end. */
const mostPlaces = 4;

/** The folder with `workflows/`, `templates/` and `config/`. */
const home = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The configuration as it is, but with the practice team, the first places of the register in nobody's hands, the settings that the
 * example mails count on, and the mailbox watched from the day of `now` on; or every fault of the files.
 */
export async function loadPracticeContext(configDir: string | undefined, now: string): Promise<LoadedContext> {
  const loaded = await loadContext({ configDir: resolve(configDir ?? `${home}config`), home });
  if (!loaded.ok) return loaded;
  const { organisation, register, calendar } = loaded.context;
  const { settings } = organisation;
  const mail = { ...settings.mail, folder: 'INBOX', watchFrom: toLocalDate(now, calendar.timeZone) };
  delete mail.sentFolder;
  return {
    ok: true,
    context: Object.freeze({
      ...loaded.context,
      organisation: {
        ...organisation,
        team: practiceTeam.map((member) => ({ ...member })),
        groups: [],
        settings: {
          ...settings,
          acknowledge: 'by-staff' as const,
          slack: { show: 'minimal' as const },
          mail: { ...mail, providerKeepsSent: false },
        },
      },
      register: practiceRegister(register),
    }),
  };
}

/** The first places, the categories that are kept there, and all recipients. */
function practiceRegister(register: Register): Register {
  const places = register.places.slice(0, mostPlaces).map(({ owner: _owner, ...place }) => place);
  const kept = new Set(places.map(({ id }) => id));
  const categories = register.categories
    .map((category) => ({ ...category, places: category.places.filter((place) => kept.has(place)) }))
    .filter((category) => category.places.length > 0);
  return { ...register, places, categories };
}
