// Sets panels of one script in one way, and says what the first cost and what the others cost on average:
// node set-panel.js "Thai" safeleaf
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { openWorld } from '../dist/outside.js';
import { loadShaper } from '../dist/typeset/load-shaper.js';
import { openFaceLibrary } from '../dist/typeset/open-face-library.js';
import { openTypesetter } from '../dist/typeset/open-typesetter.js';
import { PANELS, panelWords } from './script-panels.js';

const MM_PER_PT = 25.4 / 72;
const [SIZE, COLUMN] = [12, 84];
const WARM_RUNS = 20;

const { resolve } = createRequire(import.meta.url);
// fontkit is pdfkit's own dependency: the one that pdfkit sets with.
const fontkit = createRequire(resolve('pdfkit'))('fontkit');

const [name, how] = process.argv.slice(2);
const script = PANELS.find((it) => it.name === name);

const WAYS = {
  async safeleaf() {
    await loadShaper();
    const root = fileURLToPath(new URL('..', import.meta.url));
    const library = openFaceLibrary(openWorld({ workspace: root, packageRoot: root }));
    const family = { name: 'Noto', faces: { 400: { file: script.font } } };
    const from = { file: 'bench', sha256: '', locate: () => ({ file: 'bench' }) };
    const brand = { ...from, id: 'bench', fonts: { body: family, heading: family } };
    const { lang: tag, direction } = script;
    const fonts = { 400: script.font };
    const locale = {
      ...from,
      tag,
      direction,
      script: script.script,
      fonts,
      sizeFactor: 1,
      lineHeight: 1.4,
    };
    const { value: setter, findings } = openTypesetter(library, brand, locale);
    if (setter === undefined) throw new Error(JSON.stringify(findings));
    return (text) => setter.set(paragraphOf(text), COLUMN);
  },
  fontkit() {
    const font = fontkit.openSync(resolve(script.font));
    return (text) => font.layout(text);
  },
  pdfkit() {
    const document = new PDFDocument({ size: 'A4' });
    document.resume();
    document.font(resolve(script.font)).fontSize(SIZE);
    return (text) => document.text(text, 20, 20, { width: COLUMN / MM_PER_PT });
  },
};

function paragraphOf(text) {
  const style = { family: 'body', weight: 400, size: SIZE * MM_PER_PT, ink: { token: 'text' } };
  const place = { file: 'bench' };
  const run = { text, style, origin: { kind: 'unit', key: 'bench' }, isolate: false, place };
  const { direction, lang } = script;
  return {
    kind: 'paragraph',
    role: 'p',
    runs: [run],
    align: 'start',
    lineHeight: 5.9,
    direction,
    lang,
    place,
  };
}

const texts = Array.from({ length: WARM_RUNS + 1 }, (_, nth) => panelWords(script, nth).text);

/** Processor time of this process so far, ms: it counts the same whatever else the machine does. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed() {
  const started = processorMs();
  return () => processorMs() - started;
}

const first = timed();
const set = await WAYS[how]();
set(texts[0]);
const cold = first();
const others = timed();
for (const text of texts.slice(1)) set(text);
console.log(JSON.stringify({ cold, warm: others() / WARM_RUNS }));
