/** Slack's interactive elements as Zod types, one entry an element, with the limits of its reference pages. */
import { z } from 'zod';
import * as o from './block-objects.ts';

const actionId = { action_id: o.identifier };
const focus = { focus_on_load: z.boolean().optional() };
const pick = { ...actionId, ...focus, confirm: o.confirm };
const pickWithPlaceholder = { ...pick, placeholder: o.placeholder };
const several = { max_selected_items: z.int().min(1).optional() };
const typed = {
  ...actionId,
  ...focus,
  placeholder: o.placeholder,
  dispatch_action_config: o.dispatchConfig,
};
const staticOptions = {
  options: z.array(o.selectOption).min(1).max(100).optional(),
  option_groups: z.array(o.optionGroup).min(1).max(100).optional(),
};

type Chosen = { value: string };
type StaticMenu = { options?: Chosen[] | undefined; option_groups?: { options: Chosen[] }[] | undefined };

const oneSource = (menu: StaticMenu): boolean => (menu.options === undefined) !== (menu.option_groups === undefined);
const valuesOf = (menu: StaticMenu): Set<string> =>
  new Set([...(menu.options ?? []), ...(menu.option_groups ?? []).flatMap((g) => g.options)].map((c) => c.value));
const offers = (menu: StaticMenu, initial: Chosen | readonly Chosen[] | undefined): boolean =>
  initial === undefined || [initial].flat().every((c) => valuesOf(menu).has((c as Chosen).value));
const oneSourceError = { error: 'must define either `options` or `option_groups`' };
const initialError = { error: 'must match one of the options' };

const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  text: o.plainText(75),
  value: z.string().max(2000).optional(),
  url: o.lengthOf(3000).optional(),
  style: o.buttonStyle,
  confirm: o.confirm,
  accessibility_label: o.lengthOf(75).optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  options: z.array(o.overflowOption).min(1).max(5),
  confirm: o.confirm,
});
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...pickWithPlaceholder,
    ...staticOptions,
    initial_option: o.selectOption.optional(),
  })
  .refine(oneSource, oneSourceError)
  .refine((menu) => offers(menu, menu.initial_option), initialError);
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...pickWithPlaceholder,
    ...staticOptions,
    ...several,
    initial_options: z.array(o.selectOption).min(1).optional(),
  })
  .refine(oneSource, oneSourceError)
  .refine((menu) => offers(menu, menu.initial_options), initialError);
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...pick,
    options: z.array(o.choiceOption).min(1).max(10),
    initial_option: o.choiceOption.optional(),
  })
  .refine((group) => offers(group, group.initial_option), initialError);
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...pick,
    options: z.array(o.choiceOption).min(1).max(10),
    initial_options: z.array(o.choiceOption).min(1).optional(),
  })
  .refine((group) => offers(group, group.initial_options), initialError);

const menu = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...pickWithPlaceholder, ...shape });
const id = o.lengthOf(255);
const peopleAndPlaces = [
  menu('users_select', { initial_user: id.optional() }),
  menu('multi_users_select', { initial_users: z.array(id).optional(), ...several }),
  menu('channels_select', { initial_channel: id.optional(), response_url_enabled: z.boolean().optional() }),
  menu('multi_channels_select', { initial_channels: z.array(id).optional(), ...several }),
  menu('conversations_select', {
    initial_conversation: id.optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: o.conversationFilter,
  }),
  menu('multi_conversations_select', {
    initial_conversations: z.array(id).optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: o.conversationFilter,
    ...several,
  }),
  menu('external_select', { initial_option: o.selectOption.optional(), min_query_length: z.int().min(0).optional() }),
  menu('multi_external_select', {
    initial_options: z.array(o.selectOption).optional(),
    min_query_length: z.int().min(0).optional(),
    ...several,
  }),
] as const;
const moments = [
  menu('datepicker', { initial_date: z.iso.date().optional() }),
  menu('timepicker', {
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: o.lengthOf(100).optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...pick,
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3000), {
    error: 'must be at least `min_length`',
    path: ['max_length'],
  })
  .refine((input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? 3000), {
    error: 'must not be longer than `max_length`',
    path: ['initial_value'],
  });
const writing = [
  plainTextInput,
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    ...typed,
    initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
    min_lines: z.int().min(1).max(100).optional(),
    max_lines: z.int().min(1).max(100).optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionId,
    filetypes: z.array(o.lengthOf(50)).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;
const choosing = [staticSelect, multiStaticSelect, radioButtons, checkboxes, ...peopleAndPlaces, ...moments] as const;

/** The Zod type of an image inside a section or context block. */
export const imageElement = z
  .strictObject(o.imageFields)
  .refine(o.hasOneSource, { error: 'must define either `image_url` or `slack_file`' });

/** The Zod type of what may stand in an actions block. */
export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...choosing]);

/** The Zod type of what may stand beside the text of a section. */
export const accessory = z.discriminatedUnion('type', [button, overflow, imageElement, ...choosing]);

/** The Zod type of what an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [...choosing, ...writing]);
