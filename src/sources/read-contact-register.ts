import { type Checked, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import { type ContactRegister, ContactRegisterFile } from './contact-register.js';
import { readYamlFile } from './read-yaml-file.js';

const CODES = {
  missing: 'contacts/missing',
  unreadable: 'contacts/unreadable',
  wrong: 'contacts/field',
  kind: 'contact register',
} as const;

/** Every country that has a contact register, upper case. */
export const registerCountries = (world: World): readonly string[] =>
  world
    .list('locales/contacts/*.yaml')
    .map((path) => (path.split('/').at(-1) ?? '').replace(/\.yaml$/, '').toUpperCase());

/** Reads `locales/contacts/<country>.yaml`. `country` is upper case. */
export function readContactRegister(world: World, country: string): Checked<ContactRegister> {
  const file = `locales/contacts/${country.toLowerCase()}.yaml`;
  const read = readYamlFile(world, file, ContactRegisterFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...from } = read.value;
  const findings = [];
  if (written.country !== country) {
    const problem = `country is ${quoted(written.country)} in the register of ${country}`;
    const fix = `write country: ${country}, or rename the file`;
    findings.push(finding(CODES.wrong, from.locate(['country']), problem, fix));
  }
  const value: ContactRegister = {
    ...from,
    country,
    contacts: named(written.contacts, ({ area, ...rest }, id) => ({
      ...rest,
      id,
      area: area ?? undefined,
    })),
    networks: named(written.networks, (network, id) => ({ ...network, id })),
    laws: written.laws,
  };
  return { value, findings };
}

function named<A, B>(
  record: Readonly<Record<string, A>>,
  make: (value: A, id: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, make(value, id)]));
}
