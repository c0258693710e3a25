import type { KeptMail } from './case.ts';

const names =
  /paspoort|passport|\bid[ _-]?(?:kaart|card|bewijs)|identiteits|legitimatie|rijbewijs|driv(?:ing|er'?s?)[ _-]?licen[cs]e|ausweis/i;

/** True when a mail brings what looks like a copy of an identity document: it was not asked for and must not stay (AP, domain.md §3). */
export function bringsIdentityDocument(mail: KeptMail): boolean {
  return mail.attachments.some((attachment) => names.test(attachment.name));
}
