import { type Finding, finding } from '../diagnostics/finding.js';
import type { LaidOutForm, LaidOutSide } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import { checkAloud } from './check-aloud.js';
import { checkReaderFile } from './check-reader-file.js';
import { type Eyes, type EyesOptions, openEyes } from './eyes.js';
import { openFile } from './open-file.js';
import { owedPages } from './owed-page.js';
import { proveSide } from './prove-side.js';
import type { Proof, Prover } from './prover.js';
import type { FontShelf } from './read-font.js';
import { readPage } from './read-page.js';

/** A prover over finished files of the reader edition: what the eye sees, and what the ear hears. */
export async function openReaderProver(options: EyesOptions): Promise<Prover> {
  const eyes = openEyes(options);
  return { prove: (bytes, leaflet, form, proven) => prove(eyes, bytes, leaflet, form, proven) };
}

async function prove(
  { render, read }: Eyes,
  bytes: Uint8Array,
  leaflet: Leaflet,
  form: LaidOutForm,
  proven: ReadonlySet<string>,
): Promise<Proof> {
  const file = `${leaflet.fileName}.pdf`;
  const { value: opened, findings: unopened } = await openFile(bytes, { file });
  if (opened === undefined) return { findings: unopened, panels: [] };
  const shelf: FontShelf = new Map();
  const pages = opened.pages.map((object) => ({
    object,
    page: readPage(object, opened.allowance, shelf),
  }));
  const seen = pages.map(({ page }) => page);
  const sizes = form.sides.flatMap(({ name, panels }) =>
    panels.map(({ panel: trim }) => ({ name, trim })),
  );
  const owed = owedPages(form, leaflet);
  const context = { leaflet: leaflet.fileName, brand: leaflet.form.brand.id };
  const findings = [
    ...checkReaderFile(opened.catalog, seen, sizes, { file }),
    ...checkAloud(opened.catalog, pages, owed, { file }, context),
  ];
  const isNew = ({ panels }: LaidOutSide) => panels.some(({ panel }) => !proven.has(panel.key));
  const wanted = form.sides.flatMap((side, index) => (isNew(side) ? [{ index }] : []));
  const greys = await render(bytes, wanted);
  const panels: string[] = [];
  for (const [index, side] of form.sides.entries()) {
    const page = seen[index];
    const grey = greys.get(index);
    if (page === undefined) continue;
    if (grey === undefined && wanted.some((it) => it.index === index))
      findings.push(notRendered(file, side.name));
    const view = { leaflet, form: asPage(form, side), page, grey, read, file };
    findings.push(...(await proveSide(side, ({ key }) => !proven.has(key), view)));
    if (grey !== undefined) panels.push(...side.panels.map(({ panel }) => panel.key));
  }
  return { findings, panels: panels.filter((key) => !proven.has(key)) };
}

/** A form whose only side is this one: a page ends where its panel does. */
function asPage(form: LaidOutForm, side: LaidOutSide): LaidOutForm {
  const panel = side.panels[0]?.panel;
  if (!panel) return form;
  const trim = { width: panel.width, height: panel.height };
  const format = { ...form.form.format, trim, bleed: 0 };
  return { ...form, form: { ...form.form, format } };
}

const notRendered = (file: string, page: string): Finding =>
  finding(
    'prove/not-rendered',
    { file, part: `page "${page}"` },
    'the page cannot be drawn, so its ink and codes cannot be read back',
    'make the file again with "safeleaf build"; if it is found again, report it as a bug',
  );
