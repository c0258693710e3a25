import { featureSpace } from './collect-features.ts';
import { type Model, sizeWeights } from './model.ts';

const format = 3;
const lineEnd = 10;

/** Writes a model as bytes: a line of JSON that says all but the weights, then the weights, a signed byte each. */
export function encodeModel({ weights, ...said }: Model): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ format, ...said })}\n`);
  return Buffer.concat([head, new Uint8Array(weights.buffer, weights.byteOffset, weights.length)]);
}

/** Reads what `encodeModel` wrote, without copying the weights; throws where the bytes are not that, naming what was found. */
export function decodeModel(bytes: Uint8Array): Model {
  const end = bytes.indexOf(lineEnd);
  const { format: found, ...said } = readHead(bytes.subarray(0, Math.max(0, end)));
  if (found !== format) {
    throw new Error(
      `The recogniser's model has format ${String(found)}, expected ${format}; run "npm run train" to rebuild it.`,
    );
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
  const expected = sizeWeights(featureSpace * said.biases.length);
  if (weights.length !== expected) {
    throw new Error(
      `The recogniser's model has ${weights.length} weights, expected ${expected}: its file was cut off or changed; run "npm run train" to rebuild it.`,
    );
  }
  return { ...said, weights };
}

function readHead(bytes: Uint8Array): Omit<Model, 'weights'> & { format: number } {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new Error(
      `The recogniser's model does not begin with a line of JSON (its first line has ${bytes.length} bytes); run "npm run train" to rebuild it.`,
      { cause },
    );
  }
}
