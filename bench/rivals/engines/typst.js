// Typst through its npm package: one compiler for the run, its document given a record's words as inputs.
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { eachRecord, fileOf, isOneFile, oneFile, writeWhole } from '../arguments.js';
import { codePath } from '../code-path.js';
import {
  FONTS,
  GROUND,
  INKS,
  LEAFLET,
  LOOK,
  liveOf,
  nameOf,
  PAGES,
  PAPER,
  TARGET_COUNT,
  toPt,
} from '../fixture.js';

// Print needs no tags, and they take time.
const PLAIN = { pdfTags: false };

const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: Object.values(FONTS).map((file) => readFileSync(file)) }],
});
for (let kind = 0; kind < TARGET_COUNT; kind += 1)
  compiler.mapShadow(`${process.cwd()}/kind-${kind}.svg`, Buffer.from(codeSvg(kind)));

const inputs = ({ kind, ...record }) => ({
  name: nameOf(record),
  shop: record.shop,
  kind: `${kind}`,
});

if (isOneFile) {
  const records = JSON.stringify([...eachRecord()].map(inputs));
  writeWhole(oneFile, compiler.pdf({ mainFileContent: source(), inputs: { records } }, PLAIN));
} else {
  const mainFileContent = source();
  for (const record of eachRecord()) {
    const records = JSON.stringify([inputs(record)]);
    writeWhole(fileOf(record), compiler.pdf({ mainFileContent, inputs: { records } }, PLAIN));
    // Keeps what the last ten leaflets used, as Typst's own watching does; else memory follows the records.
    compiler.evictCache(10);
  }
}

function codeSvg(kind) {
  const { size, path } = codePath(kind);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

function source() {
  const ink = (inks) => `cmyk(${inks.map((share) => `${share}%`).join(', ')})`;
  const [left, top, width, height] = GROUND;
  return `#set page(width: ${PAPER[0]}pt, height: ${PAPER[1]}pt, margin: 0pt)
#set text(font: "Nunito", lang: "en", region: "GB", hyphenate: false, fill: ${ink(INKS.text)})
#let set-in(size, leading, body) = { set text(size: size, top-edge: 0.8em, bottom-edge: -0.2em); set par(leading: leading - size, spacing: 2mm + leading - size); body }
#let ground = place(top + left, dx: ${left}pt, dy: ${top}pt, rect(width: ${width}pt, height: ${height}pt, fill: ${ink(INKS.ground)}))
#let title(body) = block(below: 3mm, ${typed(LOOK.title)}[#text(weight: 700, fill: ${ink(INKS.brand)}, body)]))
#let lead(body) = block(below: 3mm, ${typed(LOOK.lead)}[#text(weight: 700, body)]))
#let at(x, y, width, body) = place(top + left, dx: x, dy: y, block(width: width, ${typed(LOOK.body)}body)))
#let leaflet(it) = {
${PAGES.map((panels) => `  ground\n${panels.map(panelSource).join('\n')}`).join('\n  pagebreak()\n')}
}
#let records = json(bytes(sys.inputs.records))
#for (nth, it) in records.enumerate() { if nth > 0 { pagebreak() }; leaflet(it) }
`;
}

function typed({ size, leading }) {
  return `set-in(${size}pt, ${leading}pt, `;
}

function panelSource(panel) {
  const { x, y, width } = liveOf(panel);
  const points = panel.points.map((point) => `[${point}]`).join(', ');
  return `  at(${x}pt, ${y}pt, ${width}pt, { title[${panel.title}]; lead[${panel.lead}]; list(tight: false, spacing: 3mm, ${points})${panelEnd(panel)} })`;
}

function panelEnd({ id }) {
  if (id === 'front')
    return `; [${LEAFLET.label}]; parbreak(); strong(it.name); parbreak(); [${LEAFLET.sold}]; parbreak(); strong(it.shop)`;
  if (id === 'back')
    return `; block(image("kind-" + it.kind + ".svg", width: ${toPt(LOOK.code)}pt)); [${LEAFLET.scan}]`;
  return '';
}
