import type { ViewOutput } from '@slack/bolt';
import type { Block, ModalView } from './blocks.ts';

/** The view as it can be given back to Slack: only what we sent, without the fields that Slack adds. */
export function copyView(view: ViewOutput): ModalView {
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: { type: 'plain_text', text: view.title.text },
    ...(view.submit ? { submit: { type: 'plain_text', text: view.submit.text } } : {}),
    ...(view.close ? { close: { type: 'plain_text', text: view.close.text } } : {}),
    blocks: view.blocks as Block[],
  };
}
