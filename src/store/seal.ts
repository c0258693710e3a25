import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const FORMAT = 1;

/** What is done with SECRET_KEY; each act has its own key, derived from it with HKDF-SHA-256. */
export type Seals = {
  /** Makes a case's key: random, and sealed as it is stored. */
  makeCaseKey(caseId: string): { key: Uint8Array; wrapped: Uint8Array };
  openCaseKey(caseId: string, wrapped: Uint8Array): Uint8Array;
  sealMail(id: string, source: Uint8Array): Uint8Array;
  openMail(id: string, sealed: Uint8Array): Uint8Array;
  sealSecret(name: string, value: string): Uint8Array;
  openSecret(name: string, sealed: Uint8Array): string;
  /** HMAC-SHA-256, hex, of a value that is looked up. */
  hash(value: string): string;
  /** HMAC-SHA-256, hex, of the chain's last place and hash. */
  signHead(chain: number, hash: string): string;
  /** Tells one SECRET_KEY from another without giving it away. */
  checkValue: string;
};

/** Derives the store's keys from `secretKey`; throws when that is not 32 bytes. */
export function makeSeals(secretKey: Uint8Array): Seals {
  if (secretKey.length !== KEY_BYTES) {
    throw new Error(
      `SECRET_KEY holds ${secretKey.length} bytes; expected ${KEY_BYTES}, written as base64. Make one with: rechtenloket init`,
    );
  }
  const wrapKey = deriveKey(secretKey, 'case-keys');
  const mailKey = deriveKey(secretKey, 'mail-sources');
  const secretsKey = deriveKey(secretKey, 'secrets');
  // A key of bytes would be imported anew for each value, which takes longer than the hash.
  const lookUpKey = createSecretKey(deriveKey(secretKey, 'look-up'));
  const headKey = createSecretKey(deriveKey(secretKey, 'chain-head'));
  return {
    makeCaseKey(caseId) {
      const key = randomBytes(KEY_BYTES);
      return { key, wrapped: sealBytes(wrapKey, key, `key of case ${caseId}`) };
    },
    openCaseKey: (caseId, wrapped) => openBytes(wrapKey, wrapped, `key of case ${caseId}`),
    sealMail: (id, source) => sealBytes(mailKey, source, `source of mail ${id}`),
    openMail: (id, sealed) => openBytes(mailKey, sealed, `source of mail ${id}`),
    sealSecret: (name, value) => sealBytes(secretsKey, Buffer.from(value), `secret ${name}`),
    openSecret: (name, sealed) => Buffer.from(openBytes(secretsKey, sealed, `secret ${name}`)).toString(),
    hash: (value) => sign(lookUpKey, value),
    signHead: (chain, hash) => sign(headKey, `${chain} ${hash}`),
    checkValue: sign(createSecretKey(deriveKey(secretKey, 'check')), 'rechtenloket'),
  };
}

/** Seals bytes with AES-256-GCM, bound to `place` so that they cannot be moved: format (1), nonce (12), tag (16), ciphertext. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), ...body]);
}

/** Opens what `sealBytes` sealed for the same place; throws when the key, the bytes or the place are not the same. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array {
  const bodyAt = 1 + IV_BYTES + TAG_BYTES;
  try {
    if (sealed[0] !== FORMAT || sealed.length < bodyAt) throw new Error('not in the format of a sealed part');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, bodyAt));
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
  } catch (cause) {
    throw new Error(
      `The sealed ${place} (${sealed.length} bytes) cannot be opened: expected bytes as the store wrote them there. They were changed or moved; restore them from a backup.`,
      { cause },
    );
  }
}

/** Seals a value as JSON. */
export function sealJson(key: Uint8Array, value: unknown, place: string): Uint8Array {
  return sealBytes(key, Buffer.from(JSON.stringify(value)), place);
}

/** Opens what `sealJson` sealed; the shape is the writer's. */
export function openJson<T>(key: Uint8Array, sealed: Uint8Array, place: string): T {
  return JSON.parse(Buffer.from(openBytes(key, sealed, place)).toString()) as T;
}

function deriveKey(secretKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, '', `rechtenloket ${purpose}`, KEY_BYTES));
}

function sign(key: KeyObject, value: string): string {
  return createHmac('sha256', key).update(value).digest('hex');
}
