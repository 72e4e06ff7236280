import type { Finding } from '../diagnostics/finding.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Template } from '../sources/template.js';
import { templatePaths } from './known-paths.js';
import { readTemplateParts } from './read-template-parts.js';

/** What a template asks for that its data does not have, before any page is made. */
export function checkTemplate(
  template: Template,
  knownUnitIds: readonly string[],
  register: ContactRegister,
): readonly Finding[] {
  const known = templatePaths(register, knownUnitIds, template.inline);
  return readTemplateParts(template.leaflet, { isKnown: (path) => known.has(path), known })
    .findings;
}
