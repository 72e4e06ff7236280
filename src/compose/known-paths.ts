import type { ContactRegister } from '../sources/contact-register.js';

/** Fields of a contact that may print. */
export const CONTACT_FIELDS = [
  'name',
  'phone',
  'text',
  'text-keyword',
  'url',
  'hours',
  'cost',
] as const;

/** Fields that are alike for a whole form, for templates and copy. */
export const SHARED_PATHS = [
  'network.name',
  'phone.maker',
  'phone.os',
  'date.prepared',
  'approval.by',
  'approval.ends',
  'brand.name',
] as const;

/** What only a template may name. */
export const TEMPLATE_PATHS = [
  'network.id',
  'brand.imprint',
  'brand.safeguarding-lead',
  'format.id',
  'locale.tag',
  'locale.name',
  'locale.direction',
  'campaign.title',
] as const;

/** What only copy may name: facts of the unit that the sentence is about, numbers of the campaign. */
export const COPY_PATHS = [
  'unit.checkedOn',
  'unit.osVersion',
  'campaign.shelfLifeDays',
  'campaign.shelfLifeMonths',
] as const;

function registerPaths(register: ContactRegister): string[] {
  const codes = Object.values(register.networks).flatMap(({ codes }) => Object.keys(codes));
  return [
    ...Object.keys(register.contacts).flatMap((id) =>
      CONTACT_FIELDS.map((field) => `contact.${id}.${field}`),
    ),
    ...codes.map((code) => `network.code.${code}`),
    ...Object.keys(register.laws).map((id) => `law.${id}`),
  ];
}

/** Every path that a template may write between braces. */
export const templatePaths = (
  register: ContactRegister,
  unitIds: readonly string[],
  inline: readonly string[],
): ReadonlySet<string> =>
  new Set([
    ...unitIds.map((id) => `copy.${id}`),
    ...SHARED_PATHS,
    ...TEMPLATE_PATHS,
    ...inline,
    ...registerPaths(register),
  ]);

const copyPathsOf = new WeakMap<ContactRegister, ReadonlySet<string>>();

/** Every reference that a unit of copy may hold; kept for each register, since every unit asks. */
export function copyPaths(register: ContactRegister): ReadonlySet<string> {
  const kept = copyPathsOf.get(register);
  if (kept) return kept;
  const paths = new Set([...SHARED_PATHS, ...COPY_PATHS, ...registerPaths(register)]);
  copyPathsOf.set(register, paths);
  return paths;
}
