import addressparser from 'nodemailer/lib/addressparser';
import { decodeWords } from './decode-part.ts';
import { loadMailparser } from './load-mailparser.ts';

/** One address of a header as it stands there, and its decoded name. */
export type NamedAddress = { name: string; address: string };

/** Reads an address header, with groups flattened; encoded words are decoded in names only. */
export function readAddresses(value: string): NamedAddress[] {
  const addresses: NamedAddress[] = [];
  for (const { name, address } of addressparser(value, { flatten: true })) {
    const written = (name ?? '').trim();
    const decoded = written.includes('=?') ? decodeWords(written) : written;
    // An encoded word in an address may hide another one: that is for mailparser to judge.
    if (decoded === null || address.includes('=?')) return readOddAddresses(value);
    addresses.push({ name: decoded, address });
  }
  return addresses;
}

function readOddAddresses(value: string): NamedAddress[] {
  const { value: addresses } = loadMailparser().parseAddressHeader(value, { flatten: true, decodePunycode: false });
  return addresses.map(({ name, address }) => ({ name, address: address ?? '' }));
}
