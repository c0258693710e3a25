import type { Calendar } from './calendar.ts';
import type { Templates } from './letter.ts';
import type { Organisation } from './organisation.ts';
import type { Register } from './register.ts';
import type { Workflows } from './workflow.ts';

/** All that a decision may read besides the case: configuration as data, fixed while the desk runs but for the members of user groups. */
export type Context = {
  workflows: Workflows;
  templates: Templates;
  register: Register;
  organisation: Organisation;
  calendar: Calendar;
};
