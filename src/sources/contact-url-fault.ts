/** Hosts that pass a reader on to somewhere else: who holds them decides what a child sees. */
const SHORTENERS = new Set([
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'qrco.de',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'urlz.fr',
  'v.gd',
]);

/** What is wrong with an address of the register: which of its two fields, and what to write there. */
export interface ContactUrlFault {
  readonly field: 'shown' | 'target';
  readonly fix: string;
}

/** Why an address may not be printed or opened; nothing where it may. */
export function contactUrlFault(shown: string, target: string): ContactUrlFault | undefined {
  const fix = targetFault(target);
  if (fix !== undefined) return { field: 'target', fix };
  const whole = bare(target);
  const short = bare(shown);
  if (whole === short || whole.startsWith(`${short}/`)) return undefined;
  return { field: 'shown', fix: `write the start of the address that it opens: ${whole}` };
}

function targetFault(target: string): string | undefined {
  if (!/^https:\/\/[\x21-\x7e]+$/.test(target) || !URL.canParse(target))
    return 'write the whole address, starting with https://, without spaces';
  const { hostname, search, hash, username, password, port } = new URL(target);
  if (/[?#]/.test(target) || search !== '' || hash !== '')
    return 'take away what follows ? or #: a printed code carries no tracking';
  if (username !== '' || password !== '' || port !== '' || target.includes('@'))
    return 'write only the host and the path: no name, password or port';
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/.test(hostname))
    return 'write the host by its name, such as www.childline.org.uk';
  if (SHORTENERS.has(hostname.replace(/^www\./, '')))
    return 'write the address that the short one leads to: a shortener can be sold or lapse';
  return undefined;
}

const bare = (address: string): string =>
  address
    .replace(/^https:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());
