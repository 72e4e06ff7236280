// `npm run bench:lines`: how even the ends of lines are, and what it costs, first fit against total fit, on the words
// that ship. Writes bench/LINES.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWorld } from '../dist/outside.js';
import { loadSources } from '../dist/sources/load-sources.js';
import { breakLines } from '../dist/typeset/break-lines.js';
import { chooseLines } from '../dist/typeset/choose-lines.js';
import { openFaceChains } from '../dist/typeset/face-chain.js';
import { loadShaper } from '../dist/typeset/load-shaper.js';
import { openFaceLibrary } from '../dist/typeset/open-face-library.js';
import { prepareParagraph } from '../dist/typeset/prepare-paragraph.js';

/** The measures of the shipped pieces, mm: a panel, a list item, beside a QR code. */
const MEASURES = [84, 78, 44];
const RUNS = 20;

const root = fileURLToPath(new URL('..', import.meta.url));
const world = openWorld({ workspace: root, packageRoot: root });
await loadShaper();
const { value: sources } = await loadSources(world, 'demo');
const library = openFaceLibrary(world);
const rows = Object.entries(sources.locales).map(([tag, locale]) => rowOf(tag, locale));

function rowOf(tag, locale) {
  const chains = openFaceChains(library, sources.brands.northstar, locale);
  const store = new Map();
  const texts = Object.values(sources.decks)
    .filter((deck) => deck.locale === tag)
    .flatMap((deck) => deck.units.flatMap(({ text }) => text.split('\n')))
    .map((text) => text.replaceAll(/\*\*|^\d\. |^- /g, ''));
  const prepared = texts.map((text) => prepareParagraph(paragraphOf(text, locale), chains, store));
  const first = timed(prepared, (it, width) => breakLines(it, width, store));
  const total = timed(prepared, (it, width) => chooseLines(it, width, store));
  return { tag, paragraphs: prepared.length, first, total };
}

function paragraphOf(text, { tag, direction }) {
  const style = { family: 'body', weight: 400, size: (12 * 25.4) / 72, ink: { token: 'text' } };
  const place = { file: 'bench' };
  const run = { text, style, origin: { kind: 'unit', key: 'bench' }, isolate: false, place };
  return {
    kind: 'paragraph',
    role: 'p',
    runs: [run],
    align: 'start',
    lineHeight: 5.6,
    direction,
    lang: tag,
    place,
  };
}

/** White space at line ends as a share of the measure (root of the mean square), lone last words, microseconds. */
function timed(prepared, choose) {
  let [squares, ends, lone, lines] = [0, 0, 0, 0];
  for (const it of prepared)
    for (const width of MEASURES) {
      const chosen = choose(it, width);
      lines += chosen.length;
      if (chosen.length < 2) continue;
      for (const line of chosen.slice(0, -1)) {
        squares += ((width - line.width) / width) ** 2;
        ends += 1;
      }
      if (!/\s/.test(it.text.slice(chosen.at(-1).start, chosen.at(-1).end))) lone += 1;
    }
  const started = performance.now();
  for (let run = 0; run < RUNS; run += 1)
    for (const it of prepared) for (const width of MEASURES) choose(it, width);
  const micros =
    ((performance.now() - started) * 1000) / (RUNS * prepared.length * MEASURES.length);
  return { rag: Math.sqrt(squares / ends), lone, lines, micros };
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const page = `# Line breaks

First fit against total fit (\`src/typeset/total-fit.ts\`) on the words that ship, at ${MEASURES.join(', ')} mm, 12 pt. Rag: white space
at the ends of lines, root of the mean square, of the measure. Total fit leaves a little more of it, because it takes words
back from other lines so that fewer last lines hold one word alone; without those its rag is never worse. Made by \`npm run bench:lines\`; the next run replaces it.

| locale | paragraphs | lines, first fit | lines, total fit | rag, first fit | rag, total fit | one-word last lines, first fit | total fit | µs a paragraph, first fit | total fit |
| ------ | ---------: | ---------------: | ---------------: | -------------: | -------------: | -----------------------------: | --------: | ------------------------: | --------: |
${rows
  .map(
    ({ tag, paragraphs, first, total }) =>
      `| ${tag} | ${paragraphs} | ${first.lines} | ${total.lines} | ${percent(first.rag)} | ${percent(total.rag)} | ${first.lone} | ${total.lone} | ${first.micros.toFixed(0)} | ${total.micros.toFixed(0)} |`,
  )
  .join('\n')}
`;
writeFileSync(new URL('LINES.md', import.meta.url), page);
console.log(page);
