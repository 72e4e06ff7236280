import { ALL_RULES } from './all-rules.js';
import type { Family, Product, Rule } from './rule.js';

const PRODUCTS: readonly Product[] = ['sheet-cmyk', 'sheet-spot', 'label-leaflet'];

/** How grave a broken rule is; for each product where that differs. */
export function gravityOf({ severity, products }: Rule): string {
  const each = PRODUCTS.map((it) => products[it] ?? severity);
  return new Set(each).size === 1 ? (each[0] ?? severity) : each.join(' / ');
}

const HEADINGS: Readonly<Record<Family, string>> = {
  pdfx: `## Print: PDF/X-4 (ISO 15930-7)

X24 asks nothing: tags are allowed in a print file, and the press does not see them. Where implementations of the
standard differ, the stricter way is taken: no annotation at all inside the bleed, no attached files, layers in one set.`,
  gwg: `## Print: the Ghent Workgroup's 2022 rules

For sheets without spot inks (sheet-cmyk), sheets with (sheet-spot), and pieces with a line to cut (label-leaflet); verify
takes what the file's inks and layers say, or \`--product\`. R0001 is the rules of PDF/X-4 above. Left out: R0006 (one page: a
leaflet has two sides), R0028 (for jobs with RGB pictures; R0027 is stricter), R1002 (cartons). R0025 and R0026 are
estimated from what the page's content says; the tests measure plates with Ghostscript.`,
  pdfua: `## Readers: PDF/UA-1 (ISO 14289-1)

Ids are clause and test as veraPDF numbers them. What only a person can judge (whether a text describes its picture, whether a
heading is one) no rule can.`,
};

/** `docs/rules.md`: every rule on finished bytes. */
export function rulesTable(): string {
  const parts = (Object.keys(HEADINGS) as Family[]).map((family) => {
    const rows = ALL_RULES.filter((it) => it.family === family).map(
      (it) => `| ${it.id} | ${it.asks} | ${gravityOf(it)} | ${it.why} |`,
    );
    return `${HEADINGS[family]}\n\n| rule | asks that | broken is | why |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules on finished files

Made by \`npm run generate\`. \`npx safeleaf verify\` judges every file by the rules of its edition, from its bytes alone;
\`npx safeleaf verify --rules claimed file.pdf\` judges a file that somebody else made. A build judges the first leaflet of each
template, brand and locale, and a broken rule stops print. \`npx safeleaf list rules\` shows this list.

${parts.join('\n')}`;
}
