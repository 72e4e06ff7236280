import { type Finding, finding } from '../diagnostics/finding.js';
import { diePlates } from '../layout/die-lines.js';
import { checkFile } from './check-file.js';
import { type Eyes, type EyesOptions, openEyes } from './eyes.js';
import { openFile } from './open-file.js';
import type { OwedForm, OwedLeaflet } from './owed-form.js';
import { proveSide } from './prove-side.js';
import type { Proof, Prover } from './prover.js';
import type { FontShelf } from './read-content.js';
import { readPage } from './read-page.js';

/** A prover over finished files. It reads bytes only, and shares nothing with what wrote them. */
export async function openProver(options: EyesOptions): Promise<Prover> {
  const eyes = openEyes(options);
  return { prove: (bytes, leaflet, form, proven) => proveFile(eyes, bytes, leaflet, form, proven) };
}

/** Proves what is new in a finished file; what it is held against may be unpacked plain data. */
export async function proveFile(
  { render, read }: Eyes,
  bytes: Uint8Array,
  leaflet: OwedLeaflet,
  form: OwedForm,
  proven: ReadonlySet<string>,
): Promise<Proof> {
  const file = `${leaflet.fileName}.pdf`;
  const { value: opened, findings: unopened } = await openFile(bytes, { file });
  if (opened === undefined) return { findings: unopened, panels: [] };
  const shelf: FontShelf = new Map();
  const pages = opened.pages.map((page) => readPage(page, opened.allowance, shelf));
  const { trim, bleed } = form.form.format;
  const owed = {
    sides: form.sides.map(({ name }) => name),
    boxes: { trim, bleed },
    diePlates: diePlates(form.sides.flatMap(({ die = [] }) => die)),
  };
  const findings = [...checkFile(opened.catalog, pages, owed, { file })];
  const wanted = form.sides.flatMap((side, index) =>
    side.panels.some(({ panel }) => !proven.has(panel.key)) ? [index] : [],
  );
  const greys = await render(bytes, wanted);
  const panels = new Set<string>();
  for (const [index, side] of form.sides.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    const grey = greys.get(index);
    if (grey === undefined && wanted.includes(index)) findings.push(notRendered(file, side.name));
    const view = { leaflet, form, page, grey, read, file };
    findings.push(...(await proveSide(side, ({ key }) => !proven.has(key), view)));
    if (grey !== undefined)
      for (const { panel } of side.panels) if (!proven.has(panel.key)) panels.add(panel.key);
  }
  return { findings, panels: [...panels] };
}

const notRendered = (file: string, side: string): Finding =>
  finding(
    'prove/not-rendered',
    { file, part: `side "${side}"` },
    'the page cannot be drawn, so its ink and codes cannot be read back',
    'make the file again with "safeleaf build"; if it is found again, report it as a bug',
  );
