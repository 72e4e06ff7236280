import { type Finding, finding } from '../diagnostics/finding.js';
import { diePlates } from '../layout/die-lines.js';
import { slotValue } from '../plan/slot-value.js';
import { sha256Hex } from '../units/hash.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { checkFile } from './check-file.js';
import { type Eyes, type EyesOptions, openEyes } from './eyes.js';
import { lookedAt } from './looked-at.js';
import { openFile } from './open-file.js';
import type { OwedForm, OwedLeaflet, OwedPlace, OwedSide } from './owed-form.js';
import { pageHash } from './page-hash.js';
import { proveSide } from './prove-side.js';
import { ProvenBefore } from './proven-before.js';
import type { Proof, Prover } from './prover.js';
import type { FontShelf } from './read-font.js';
import { readPage } from './read-page.js';

/** A prover over finished files. It reads bytes only, and shares nothing with what wrote them. What earlier runs of the process proved without a fault is taken from `workshop`. */
export async function openProver(
  options: EyesOptions,
  workshop: Workshop = NO_WORKSHOP,
): Promise<Prover> {
  const eyes = openEyes(options);
  const before = new ProvenBefore(workshop);
  return {
    prove: (bytes, leaflet, form, proven) => proveFile(eyes, bytes, leaflet, form, proven, before),
  };
}

/** Proves what is new in a finished file; what it is held against may be unpacked plain data. */
export async function proveFile(
  eyes: Eyes,
  bytes: Uint8Array,
  leaflet: OwedLeaflet,
  form: OwedForm,
  proven: ReadonlySet<string>,
  before = new ProvenBefore(NO_WORKSHOP),
): Promise<Proof> {
  const owed = { leaflet, form, proven, before };
  if (!before.lasts) return proveOpened(eyes, bytes, owed);
  const places = form.sides.flatMap(({ panels }) => panels);
  const of = [form, leaflet, sha256Hex(bytes)];
  const isNew = newOf(places, proven);
  if (isCleanOf('file', of, isNew, before)) {
    const keys = places.map(({ panel }) => panel.key).filter((key) => !proven.has(key));
    return { findings: [], panels: [...new Set(keys)] };
  }
  const proof = await proveOpened(eyes, bytes, owed);
  before.note('file', [...of, isNew], proof.findings);
  return proof;
}

/** Which of some panels are to be proven, as text: `all` holds for whatever is new. */
const newOf = (places: readonly OwedPlace[], proven: ReadonlySet<string>): string => {
  const isNew = places.map(({ panel }) => !proven.has(panel.key));
  return isNew.every(Boolean) ? 'all' : isNew.join();
};

const isCleanOf = (
  what: string,
  of: readonly unknown[],
  isNew: string,
  before: ProvenBefore,
): boolean => before.isClean(what, [...of, 'all']) || before.isClean(what, [...of, isNew]);

interface Owed {
  readonly leaflet: OwedLeaflet;
  readonly form: OwedForm;
  readonly proven: ReadonlySet<string>;
  readonly before: ProvenBefore;
}

async function proveOpened(
  { render, read }: Eyes,
  bytes: Uint8Array,
  { leaflet, form, proven, before }: Owed,
): Promise<Proof> {
  const file = `${leaflet.fileName}.pdf`;
  const { value: opened, findings: unopened } = await openFile(bytes, { file });
  if (opened === undefined) return { findings: unopened, panels: [] };
  const shelf: FontShelf = new Map();
  const { catalog } = opened;
  const pages = opened.pages.map((page) => readPage(page, opened.allowance, shelf));
  const { trim, bleed } = form.form.format;
  const owed = {
    sides: form.sides.map(({ name }) => name),
    boxes: { trim, bleed },
    diePlates: diePlates(form.sides.flatMap(({ die = [] }) => die)),
  };
  const findings = [...checkFile(catalog, pages, owed, { file })];
  const ofSide = form.sides.map((side, index) => {
    const page = before.lasts ? opened.pages[index] : undefined;
    return page && sideProof(side, form, leaflet, pageHash(page, catalog));
  });
  const isClean = ofSide.map((of, index) => {
    const { panels = [] } = form.sides[index] ?? {};
    return of !== undefined && isCleanOf('side', of, newOf(panels, proven), before);
  });
  const isNew = ({ key }: { readonly key: string }): boolean => !proven.has(key);
  const wanted = form.sides.flatMap((side, index) => {
    const isWanted = !isClean[index] && side.panels.some(({ panel }) => isNew(panel));
    const page = pages[index];
    return isWanted && page ? [{ index, areas: lookedAt(side, isNew, page) }] : [];
  });
  const greys = await render(bytes, wanted);
  const panels = new Set<string>();
  for (const [index, side] of form.sides.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    const grey = greys.get(index);
    const isLost = grey === undefined && wanted.some((it) => it.index === index);
    if (isLost) findings.push(notRendered(file, side.name));
    if (!isClean[index]) {
      const view = { leaflet, form, page, grey, read, file, before };
      const found = await proveSide(side, isNew, view);
      findings.push(...found);
      const of = ofSide[index];
      if (of && !isLost) before.note('side', [...of, newOf(side.panels, proven)], found);
    }
    if (grey !== undefined || isClean[index])
      for (const { panel } of side.panels) if (isNew(panel)) panels.add(panel.key);
  }
  return { findings, panels: [...panels] };
}

/** All that the proof of a side looks at. */
function sideProof(
  { name, panels, overlay }: OwedSide,
  { form, isDraft }: OwedForm,
  leaflet: OwedLeaflet,
  hash: string,
): readonly unknown[] {
  const values = panels.flatMap(({ panel }) =>
    panel.slots.map(({ field }) => slotValue(leaflet, field)),
  );
  const places = panels.map(({ x, y, isTurned }) => [x, y, isTurned]);
  const plain = JSON.stringify([name, isDraft, values, places]);
  const things = panels.map(({ panel }) => panel);
  return [...things, ...overlay, form.format, form.approval, plain, hash];
}

const notRendered = (file: string, side: string): Finding =>
  finding(
    'prove/not-rendered',
    { file, part: `side "${side}"` },
    'the page cannot be drawn, so its ink and codes cannot be read back',
    'make the file again with "safeleaf build"; if it is found again, report it as a bug',
  );
