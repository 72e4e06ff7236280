import { checkTemplate } from '../../src/compose/check-template.js';
import { type ComposeContext, composeForm } from '../../src/compose/compose-form.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { context, register, type SmallForm, smallForm } from './small-form.js';

/** What is found in a form whose one panel holds `inside`. */
export const found = (
  inside: string,
  more: Omit<SmallForm, 'hbs'> = {},
  changed: Partial<ComposeContext> = {},
): readonly Finding[] => {
  const hbs = `<panel name="front">${inside}</panel>`;
  return composeForm(smallForm({ hbs, ...more }), { ...context, ...changed }).findings;
};

/** Code, line and problem: what a report shows first. */
export const brief = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, problem }) => `${code}: ${problem}`);

/** What is found in a template before any page is made; it knows the units `cover.title` and `cover.lead`. */
export const foundBefore = (hbs: string): readonly Finding[] =>
  checkTemplate(smallForm({ hbs }).template, ['cover.title', 'cover.lead'], register);
