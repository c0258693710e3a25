/** The small shapes that every Block Kit element is made of: text, options, confirmation. Lengths are UTF-16 units. */
import { z } from 'zod';

/** The Zod type of one string with Slack's two bounds, both inclusive. */
export const lengthOf = (max: number, min = 1) => z.string().min(min).max(max);

/** The Zod type of a `plain_text` object of at most `max` characters. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: lengthOf(max), emoji: z.boolean().optional() });

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: lengthOf(max), verbatim: z.boolean().optional() });

/** The Zod type of a `plain_text` or `mrkdwn` object of at most `max` characters. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

/** The Zod type of a `block_id` or `action_id`. */
export const identifier = lengthOf(255).optional();

/** The Zod type of the colour of a button. */
export const buttonStyle = z.enum(['primary', 'danger']).optional();

/** The Zod type of the placeholder of an input. */
export const placeholder = plainText(150).optional();

/** The Zod type of a confirmation dialog: title 100, text 300, buttons 30 characters. */
export const confirm = z
  .strictObject({
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: buttonStyle,
  })
  .optional();

const optionValue = lengthOf(150);

/** The Zod type of an option in a select menu: text 75, value 150, description 75 characters. */
export const selectOption = z.strictObject({
  text: plainText(75),
  value: optionValue,
  description: plainText(75).optional(),
});

/** The Zod type of an option in an overflow menu, which may open a URL. */
export const overflowOption = selectOption.extend({ url: lengthOf(3000).optional() });

/** The Zod type of an option of radio buttons or checkboxes, which may carry markup. */
export const choiceOption = z.strictObject({
  text: anyText(75),
  value: optionValue,
  description: anyText(75).optional(),
});

/** The Zod type of a group of options: label 75 characters, 1 to 100 options. */
export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(selectOption).min(1).max(100) });

/** The Zod type of the conditions under which a text input reports each change. */
export const dispatchConfig = z
  .strictObject({
    trigger_actions_on: z
      .array(z.enum(['on_enter_pressed', 'on_character_entered']))
      .min(1)
      .max(2),
  })
  .optional();

/** The Zod type of the filter of a conversations menu. */
export const conversationFilter = z
  .strictObject({
    include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1),
    exclude_external_shared_channels: z.boolean(),
    exclude_bot_users: z.boolean(),
  })
  .partial()
  .optional();

/** The fields of an image, as a block or as an element: a URL or a Slack file, never both. */
export const imageFields = {
  type: z.literal('image'),
  alt_text: lengthOf(2000),
  image_url: lengthOf(3000).optional(),
  slack_file: z.union([z.strictObject({ id: lengthOf(255) }), z.strictObject({ url: lengthOf(3000) })]).optional(),
};

/** Tells whether an image names exactly one source. */
export const hasOneSource = (image: { image_url?: unknown; slack_file?: unknown }): boolean =>
  (image.image_url === undefined) !== (image.slack_file === undefined);
