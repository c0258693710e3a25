import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Calendar, createCalendar } from './core/calendar.ts';
import type { Language } from './core/case.ts';
import type { Context } from './core/context.ts';
import { parseTemplate, type Template } from './core/letter.ts';
import { type Organisation, organisationSchema } from './core/organisation.ts';
import { registerSchema } from './core/register.ts';
import { parseWorkflow, type Workflow } from './core/workflow.ts';
import { describeFault, type FileFault, parseYaml } from './core/yaml.ts';

/** Where the files are; `home` is the folder with `workflows/` and `templates/`. */
export type ConfigPlaces = { configDir: string; home: string };
export type LoadedContext = { ok: true; context: Context } | { ok: false; faults: string[] };

/** Reads organisation, register, workflows and letters; reports every fault of all files at once. */
export async function loadContext(places: ConfigPlaces): Promise<LoadedContext> {
  const faults: string[] = [];
  const organisation = await readYaml(join(places.configDir, 'organisation.yaml'), organisationSchema, faults);
  const register = await readYaml(join(places.configDir, 'register.yaml'), registerSchema, faults);
  const workflows = await readWorkflows(join(places.home, 'workflows'), faults);
  const templates = await readTemplates(join(places.home, 'templates'), faults);
  faults.push(...findMissingLetters(workflows, templates));
  if (!organisation || !register || faults.length > 0) return { ok: false, faults };
  const calendar = openCalendar(organisation, places.configDir, faults);
  if (!calendar) return { ok: false, faults };
  return { ok: true, context: Object.freeze({ organisation, register, workflows, templates, calendar }) };
}

function openCalendar(organisation: Organisation, configDir: string, faults: string[]): Calendar | null {
  const { office, country, timeZone, extraHolidays, skipHolidays } = organisation;
  const { days: officeDays, from, to, closingDays } = office;
  try {
    return createCalendar({
      timeZone,
      country,
      extraHolidays,
      skipHolidays,
      officeDays,
      officeHours: { from, to },
      closingDays,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    faults.push(`${join(configDir, 'organisation.yaml')}: ${error.message}`);
    return null;
  }
}

async function readYaml<T>(path: string, schema: z.ZodType<T>, faults: string[]): Promise<T | null> {
  const text = await readText(path, faults);
  if (text === null) return null;
  const parsed = parseYaml(text, path, schema);
  if (parsed.ok) return parsed.value;
  faults.push(...parsed.faults.map(describeFault));
  return null;
}

async function readText(path: string, faults: string[]): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    faults.push(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); expected a readable file; copy it from the repository or set CONFIG_DIR.`,
    );
    return null;
  }
}

async function listFiles(folder: string, ending: string, faults: string[]): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  } catch (error) {
    faults.push(
      `${folder}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); expected a folder with *${ending} files.`,
    );
    return [];
  }
}

async function readWorkflows(folder: string, faults: string[]): Promise<Map<string, Workflow>> {
  const workflows = new Map<string, Workflow>();
  for (const name of await listFiles(folder, '.yaml', faults)) {
    const path = join(folder, name);
    const text = await readText(path, faults);
    const parsed = text === null ? null : parseWorkflow(text, path);
    if (!parsed) continue;
    if (!parsed.ok) faults.push(...parsed.faults.map(describeFault));
    else if (parsed.value.right !== basename(name, '.yaml'))
      faults.push(
        `${path}: right: is "${parsed.value.right}"; expected the file's own name, ${basename(name, '.yaml')}.`,
      );
    else workflows.set(parsed.value.right, parsed.value);
  }
  return workflows;
}

async function readTemplates(folder: string, faults: string[]): Promise<Map<string, Template>> {
  const templates = new Map<string, Template>();
  for (const language of ['nl', 'en'] satisfies Language[]) {
    for (const name of await listFiles(join(folder, language), '.md', faults)) {
      const path = join(folder, language, name);
      const text = await readText(path, faults);
      if (text === null) continue;
      const parsed = parseTemplate(text, path, basename(name, '.md'), language);
      if (parsed.ok) templates.set(`${language}/${parsed.value.name}`, parsed.value);
      else faults.push(...parsed.faults.map((fault: FileFault) => describeFault(fault)));
    }
  }
  return templates;
}

function findMissingLetters(workflows: Map<string, Workflow>, templates: Map<string, Template>): string[] {
  const wanted = [...workflows.values()].flatMap((workflow) =>
    [workflow.letters, workflow.marketing?.letters ?? {}].flatMap((letters) =>
      Object.entries(letters).map(([part, name]) => ({ right: workflow.right, part, name })),
    ),
  );
  return wanted.flatMap(({ right, part, name }) =>
    (['nl', 'en'] as const)
      .filter((language) => !templates.has(`${language}/${name}`))
      .map(
        (language) =>
          `workflows/${right}.yaml: letters.${part}: is "${name}"; expected a template templates/${language}/${name}.md; write it or name another.`,
      ),
  );
}
