import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Node } from '../../src/compose/blocks.js';
import { checkTemplate } from '../../src/compose/check-template.js';
import { composeForm } from '../../src/compose/compose-form.js';
import type { Form } from '../../src/plan/plan.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { context, register, type SmallForm, smallForm } from './small-form.js';

const ANY = fc.string({ unit: 'binary', maxLength: 60 });

const mixed = (...words: readonly string[]) =>
  fc
    .array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: ANY }),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

const templates = mixed(
  '<panel name="front">',
  '</panel>',
  '<p>',
  '</p>',
  '<p class="a">',
  '<div>',
  '</div>',
  '<ul>',
  '</ul>',
  '<li>',
  '</li>',
  '<br>',
  '<strong>',
  '</strong>',
  '{{copy.a}}',
  '{{copy.b}}',
  '{{contact.helpline.phone}}',
  '{{#if copy.a}}',
  '{{else}}',
  '{{/if}}',
  '{{#unless (is phone.os "ios")}}',
  '{{/unless}}',
  '{{{',
  '}}',
  '{{',
  '<qr-code contact="helpline" field="url"/>',
  '<imprint/>',
  '<contact-card contact="helpline" show="name phone">',
  '</contact-card>',
  '<record-slot field="phone.model"/>',
  '<icon name="heart"/>',
  '<phone-steps unit="b" checked="a"/>',
  '<brand-logo/>',
  '<!--',
  '-->',
  '<script>',
  '&amp;',
  '&#x100000;',
  '\u{100000}',
  ' ',
  '\n',
  '"',
  "'",
  '<',
  '>',
  'words',
);

const sheets = mixed(
  'p',
  '.a',
  '#b',
  'div',
  ' > ',
  ' ',
  ',',
  ':first-child',
  ':lang(ur)',
  '{',
  '}',
  ';',
  ':',
  'color',
  'var(--text)',
  '#000000',
  'margin',
  '1mm',
  '-1mm',
  '2pt',
  '50%',
  'auto',
  'display',
  'flex',
  'border',
  'solid',
  '@page',
  'size',
  'bleed',
  '3mm',
  '/*',
  '*/',
  '(',
  ')',
  '"',
  '!important',
  'font-size',
  'line-height',
  '1.2',
  '\n',
);

const copies = mixed(
  'word',
  '**',
  '- ',
  '1. ',
  '2. ',
  '\n',
  '\n\n',
  '{',
  '}',
  '{contact.helpline.phone}',
  '{unit.checkedOn}',
  '{date.prepared}',
  '{__proto__}',
  '\\{',
  ' ',
  '12',
  '0800',
  'Screen Time',
  'مدد',
  '\u00AD',
);

/** Copy may hold any character; the font says whether it can print. Only templates cannot write tokens. */
const withoutPlane16 = (text: string): string => text.replaceAll(/[\u{100000}-\u{10FFFF}]/gu, '');

/** What must hold for whatever comes in: words only from where words may come from, and findings that say what to do. */
function holds(form: Form): void {
  const { value, findings } = composeForm(form, context);
  if (value === undefined) expect(findings.length).toBeGreaterThan(0);
  for (const { problem, fix } of findings) {
    expect(fix.length).toBeGreaterThan(5);
    expect(problem.length).toBeLessThan(400);
    expect(`${problem}${fix}`).not.toMatch(/undefined|\[object|NaN/);
  }
  for (const { root } of value?.panels ?? []) checkNode(root);
}

function checkNode(node: Node): void {
  for (const length of [...Object.values(node.style.margin), ...Object.values(node.style.padding)])
    expect(Number.isFinite(length)).toBe(true);
  if (node.kind === 'box') for (const child of node.children) checkNode(child);
  if (node.kind !== 'text') return;
  expect(node.paragraph.lineHeight).toBeGreaterThan(0);
  for (const { text, style } of node.paragraph.runs) {
    expect(text).not.toMatch(/[\u{100000}-\u{10FFFF}]/u);
    expect(text).not.toBe('');
    expect(style.size).toBeGreaterThan(0);
  }
}

const LINE = '<panel name="front"><p>{{copy.a}}</p><div>{{copy.b}}</div></panel>';
const UNITS = { a: 'Hello', b: 'One\n\n- two' };

const runs = (make: (text: string) => SmallForm, texts: fc.Arbitrary<string>, numRuns: number) =>
  fc.assert(
    fc.property(texts, fc.boolean(), (text, rtl) =>
      holds(smallForm({ units: UNITS, hbs: LINE, rtl, ...make(text) })),
    ),
    { numRuns: fuzzRuns(numRuns) },
  );

test('any template gives a page or findings, never an exception, and no word of its own', () => {
  runs((hbs) => ({ hbs }), templates, 300);
  runs((inside) => ({ hbs: `<panel name="front">${inside}</panel>` }), templates, 200);
  runs((hbs) => ({ hbs }), ANY, 300);
});

test('any template can be checked', () => {
  fc.assert(
    fc.property(templates, (hbs) => {
      for (const { fix } of checkTemplate(smallForm({ hbs }).template, ['a'], register))
        expect(fix).not.toBe('');
    }),
    { numRuns: fuzzRuns(500) },
  );
});

test('any style sheet gives a page or findings, never an exception', () => {
  runs((css) => ({ css }), sheets, 300);
  runs((css) => ({ css }), ANY, 300);
});

test('any words give a page or findings, never an exception', () => {
  runs((text) => ({ units: { a: text, b: text } }), copies.map(withoutPlane16), 300);
  runs((text) => ({ units: { a: text, b: text } }), ANY.map(withoutPlane16), 300);
});

test('deep and long input ends', () => {
  for (const text of ['(', '{', '<p>', '{{#if copy.a}}', 'a > ', '**', '- x\n'])
    for (const form of [
      { hbs: text.repeat(3000) },
      { css: text.repeat(3000) },
      { units: { a: text.repeat(3000), b: '' } },
    ])
      holds(smallForm({ units: UNITS, hbs: LINE, ...form }));
});
