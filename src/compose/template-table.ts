import { DEFAULT_STYLE } from './default-style.js';
import { COMMON_ATTRIBUTES, ELEMENTS, type ElementRule } from './elements.js';
import { CONTACT_FIELDS, COPY_PATHS, SHARED_PATHS, TEMPLATE_PATHS } from './known-paths.js';
import { PROPERTIES } from './properties.js';
import { PSEUDO_CLASSES } from './selector.js';

const HOLDS: Readonly<Record<ElementRule['content'], string>> = {
  blocks: 'boxes, copy, values',
  inline: 'one paragraph: copy, values, `strong`, `span`, `small`, `br`',
  items: '`li`',
  nothing: 'nothing',
};

const code = (words: readonly string[]): string => words.map((it) => `\`${it}\``).join(', ');

/** A cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function attributesOf({ attributes }: ElementRule): string {
  const listed = Object.entries(attributes).map(([name, { does, required, values }]) => {
    const words = values ? ` (${code(values)})` : '';
    return `\`${name}\`${required ? '' : ' (may be left out)'}: ${does}${words}`;
  });
  return listed.join('; ');
}

const elementRows = (): string[] =>
  Object.entries(ELEMENTS).map(
    ([name, rule]) =>
      `| \`${name}\` | ${cell(rule.does)} | ${HOLDS[rule.content]} | ${cell(attributesOf(rule))} |`,
  );

const propertyRows = (): string[] =>
  Object.entries(PROPERTIES).map(
    ([name, { values, does }]) => `| \`${name}\` | ${cell(values)} | ${cell(does)} |`,
  );

/** templates/README.md: the HTML and CSS subsets, from the tables that enforce them. */
export function templateTable(): string {
  const lines = [
    '# Templates: what they may hold',
    '',
    '<!-- Made from src/compose by scripts/generate-template-docs.js; a change by hand is lost. -->',
    '',
    'A template is a folder with `template.yaml`, `leaflet.hbs` (Handlebars that gives HTML), `style.css` and',
    '`icons/*.svg`, `pictures/*` (JPEG, PNG, TIFF). What is not on this page is refused, by name and line, and never left out without a word.',
    '',
    '## Values',
    '',
    'Words come from the copy deck and from typed data, never from the template: a letter, digit or sign of its',
    'own is a finding. `{{path}}` prints a value, always escaped; a path is written in full.',
    '',
    '| path | stands for |',
    '| --- | --- |',
    '| `copy.<unit>` | a unit of the copy deck |',
    `| \`contact.<id>.<field>\` | a contact of the register: ${code(CONTACT_FIELDS)} |`,
    '| `network.code.<name>` | a short code of the phone’s network |',
    '| `law.<id>` | a law of the register |',
    `| ${code(SHARED_PATHS)} | what is alike for all phones of a form |`,
    `| ${code(TEMPLATE_PATHS)} | the same, for templates only |`,
    '| `phone.<field>` | only if template.yaml lists it under `inline:`; else use `record-slot` |',
    '',
    'Helpers: `{{#if path}} … {{else}} … {{/if}}`, `{{#unless path}}`, and `{{#if (is path "word")}}`.',
    'There are no partials, no loops, no other helpers.',
    '',
    'In copy, `{…}` names the same, with '.concat(
      code(COPY_PATHS),
      ' for facts of steps and of the campaign, and without the',
    ),
    'template-only ones. `**strong**`, `- ` and `1. ` lines, a blank line between paragraphs; a single line break',
    'stays one. A unit with several paragraphs or a list stands in a box, not in a line.',
    '',
    '## Elements',
    '',
    `Every element takes ${code(Object.keys(COMMON_ATTRIBUTES))}. Every tag is closed; what holds nothing may close itself (\`<imprint/>\`).`,
    '',
    '| element | does | holds | attributes |',
    '| --- | --- | --- | --- |',
    ...elementRows(),
    '',
    '## Style',
    '',
    'Every box lays out as a flexbox. A `div` is a column; `display: flex` alone or `flex-direction: row` makes it a',
    'row, which starts where lines start: at the right in a right-to-left piece. `left` and `right` stay where they',
    'are; write `…-inline-start` and `…-inline-end` to turn with the text. Lengths are mm; type may be in pt.',
    '',
    `Selectors: types, \`.class\`, \`#id\`, \`a b\`, \`a > b\`, lists with commas, ${code(PSEUDO_CLASSES)}.`,
    'One at-rule: `@page { size: 297mm 210mm; bleed: 3mm; marks: crop }`; it must say what the format says.',
    '',
    '| property | values | does |',
    '| --- | --- | --- |',
    ...propertyRows(),
    '',
    '## Languages that differ in black alone',
    '',
    'With `languageChange: black-plate` in template.yaml a printer makes the colour plates once, and a black plate for each language: cheaper',
    'where a piece is printed in many. All words, list marks and values must then be black alone (C, M and Y 0 %; a grey on bare paper),',
    'never white on a ground, and grounds, borders, logos, icons, pictures and codes must stand in the same place, in the same size, in all',
    'languages of one direction: give boxes with a ground a height, or place them. What does not is a finding (`preflight/language-change`,',
    '`preflight/language-artwork`).',
    '',
    '## Formats',
    '',
    'The size and folds of a piece are data: `templates/formats/<id>.yaml`, which `template.yaml` names under `format:`. All',
    'lengths are mm. `npx safeleaf list formats --pdf` draws each as a sheet to design on. To write one, copy the',
    'nearest that ships and change it; what does not fit together is a finding, and the piece is folded to see that the panel',
    'that is read first ends up on top, upright.',
    '',
    '| field | says |',
    '| --- | --- |',
    '| `trim`, `bleed`, `live` | the flat piece; ink past it; how far copy keeps from the trim and from a fold |',
    '| `sides` | one or two, the outside first: panels from left to right as one looks at that side; the second side has the widths in the opposite order |',
    '| `rows` of a side, `row` and `turned` of a panel | for a piece that is also folded across: heights of its rows from the top; which row a panel is in; whether it stands on its head on the flat piece |',
    '| `fold` | `none`, `half`, `roll`, `z` or `cross` |',
    '| `folding` | the folds in the order in which they are made, the inside up: `part` that moves, `at` (from the left or the top of the inside, flat), `to` over or under, `keepOff` where copy keeps further off than `live.fromFold` |',
    '| `foldCatalog` | the fold in CIP4’s catalogue, such as `F6-5`, for job tickets |',
    '| `stock` | the paper that the sizes hold for: `from` and `to` in g/m², `caliper` of a sheet, `why` |',
    '| `product`, `die` | `label` for what a die cuts out; the die’s lines on the first side, by `step` (cut, crease, fold, perforate, drill, glue): `trim: true`, `rectangle`, `circle`, `line` or `path`. Each step prints on a plate and a layer of its own. A label has a cut and no crease or drill; its folds are drawn too |',
    '| `codes` | the least module and size of a QR code, where smaller than a leaflet’s |',
    '| `keepOut` | parts of a side that hold no number, code or copy, and why |',
    '| `inBox` | for a piece whose panels follow the phone’s box: `play`, `step`, least and most size of a `panel`, the share of the depth that it may take folded, `box` for a phone without one. `otherFormats:` in template.yaml lists what is tried next |',
    '| `readingOrder` | every panel, as a reader meets it |',
    '',
    'In a right-to-left language the panels of each side, the folds and the die are mirrored by safeleaf.',
    '',
    '## How elements look by themselves',
    '',
    '```css',
    DEFAULT_STYLE.trim(),
    '```',
    '',
  ];
  return lines.join('\n');
}
