import type { Contact } from './contact-register.js';

/** What a reader's phone gets: `tel:` as dialled in the country of sale, `sms:` (RFC 5724) with the keyword, or the address. */
export function contactTarget({ phone, text, url }: Contact, field: string): string | undefined {
  if (field === 'phone') return phone && `tel:${phone.dial}`;
  if (field === 'url') return url?.target;
  if (field !== 'text' || !text) return undefined;
  const body = text.keyword === undefined ? '' : `?body=${encodeURIComponent(text.keyword)}`;
  return `sms:${text.number}${body}`;
}
