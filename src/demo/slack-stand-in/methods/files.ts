/** files.*: the three steps of an upload (ask for an address, send the bytes there, complete). */
import { findUsableChannel, isRefusal, type Method, readJson, refuse, refuseArgument } from '../answer.ts';
import { listJson } from '../records.ts';
import { makeId } from '../workspace.ts';
import { makeMessage } from './chat.ts';

/** files.getUploadURLExternal: an address on the stand-in itself to send `length` bytes to. */
export const getUploadUrl: Method = (args, { workspace, origin }) => {
  const name = String(args.filename ?? '');
  const length = Number(args.length);
  if (name === '') return refuseArgument('missing required field: filename');
  if (!Number.isInteger(length) || length <= 0) return refuseArgument('missing required field: length');
  const id = makeId('F');
  workspace.files.set(id, { id, name, length, title: name, isComplete: false });
  return { ok: true, file_id: id, upload_url: `${origin}/upload/${id}` };
};

/** files.completeUploadExternal: shares files whose bytes have arrived, as one message. */
export const completeUpload: Method = (args, context) => {
  const asked = listJson(readJson(args.files));
  const files = asked.map((entry) => context.workspace.files.get(String(entry.id)));
  if (asked.length === 0) return refuseArgument('missing required field: files');
  if (files.some((file) => file?.content === undefined)) return refuse('file_not_found');
  const shared = files.filter((file) => file !== undefined);
  for (const [index, file] of shared.entries()) {
    file.title = String(asked[index]?.title ?? file.title);
    file.isComplete = true;
  }
  if (args.channel_id !== undefined) {
    const channel = findUsableChannel({ channel: args.channel_id }, context);
    if (isRefusal(channel)) return channel.error === 'channel_not_found' ? refuse('invalid_channel') : channel;
    const text = String(args.initial_comment ?? '');
    const threadTs = args.thread_ts === undefined ? undefined : String(args.thread_ts);
    const message = makeMessage(context.workspace.nextTs(), channel.id, { text }, threadTs);
    message.files.push(...shared.map((file) => file.id));
    context.workspace.messages.push(message);
  }
  return { ok: true, files: shared.map(({ id, title }) => ({ id, title })) };
};
