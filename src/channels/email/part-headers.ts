import { headerValues, type MailHeaders } from '../../core/mail-headers.ts';

/** What a part's headers say of its content, in lower case; `charset` is empty where none is named. */
export type PartHeaders = {
  type: string;
  boundary: string;
  charset: string;
  flowed: boolean;
  encoding: string;
  disposition: string;
  name: string;
};

type Field = { value: string; parameters: Map<string, string> };

const noField: Field = { value: '', parameters: new Map() };
const shape = /^([\w.+-]+(?:\/[\w.+-]+)?)((?:\s*;\s*[\w-]+=(?:"[ !#-[\]-~]*"|[\w.+-]+))*)\s*;?$/;
const parameter = /;\s*([\w-]+)=(?:"([^"]*)"|([\w.+-]+))/g;
const token = /^[\w-]*$/;
const boundaryShape = /^[\w'()+,./:=?-]{1,70}$/;

/** Reads the content headers where they have the plain form that nearly all mail programs write; null for every other form. */
export function readPartHeaders(headers: MailHeaders): PartHeaders | null {
  const type = readField(headers, 'content-type');
  const disposition = readField(headers, 'content-disposition');
  const encoding = headerValues(headers, 'content-transfer-encoding');
  if (type === null || disposition === null || encoding.length > 1 || !token.test(encoding[0] ?? '')) return null;
  const boundary = type.parameters.get('boundary') ?? '';
  const isMultipart = type.value.startsWith('multipart/');
  if (isMultipart ? !boundaryShape.test(boundary) : boundary !== '') return null;
  return {
    type: type.value,
    boundary,
    charset: (type.parameters.get('charset') ?? '').toLowerCase(),
    flowed: type.parameters.has('format'),
    encoding: (encoding[0] ?? '').toLowerCase(),
    disposition: disposition.value,
    name: disposition.parameters.get('filename') || (type.parameters.get('name') ?? ''),
  };
}

function readField(headers: MailHeaders, name: string): Field | null {
  const values = headerValues(headers, name);
  const [value] = values;
  if (value === undefined) return noField;
  const matched = shape.exec(value);
  if (values.length > 1 || matched === null || value.includes('=?')) return null;
  const parameters = new Map<string, string>();
  for (const [, key = '', quoted, bare] of (matched[2] ?? '').matchAll(parameter)) {
    const known = key.toLowerCase();
    if (parameters.has(known)) return null;
    parameters.set(known, quoted ?? bare ?? '');
  }
  return { value: (matched[1] ?? '').toLowerCase(), parameters };
}
