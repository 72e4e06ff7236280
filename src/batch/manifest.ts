import { readFileSync } from 'node:fs';
import type { LaidOutForm, LaidOutPanel } from '../layout/laid-out.js';
import type { Ready } from '../pipeline.js';
import type { MissingLeaflet } from '../plan/missing-leaflet.js';
import { describeForm, describePanel, type FormRecord } from '../prove/leaflet-record.js';
import type { Campaign } from '../sources/campaign.js';
import { sha256Hex } from '../units/hash.js';
import type { BatchOptions, Shard } from './batch-options.js';
import { parseManifest } from './parse-manifest.js';
import type { ListedFile } from './remove-stale.js';

/** One finished leaflet as `manifest.json` lists it. */
export interface LeafletEntry {
  readonly file: string;
  /** Of a file of its own. */
  readonly sha256?: string | undefined;
  readonly bytes?: number | undefined;
  /** Which leaflet of the file it is, from 1, where the file holds many. */
  readonly record?: number | undefined;
  readonly jobCode: string;
  /** Key of its form in `forms`. */
  readonly form: string;
  readonly sku: string;
  readonly shop?: string | undefined;
  readonly quantity: number;
  /** What stands in the form's slots, in their order. */
  readonly values: readonly string[];
  /** Only of the reader edition: the same words as a page for a browser. */
  readonly page?: ListedFile | undefined;
}

/** A finished file that holds many leaflets. */
export interface OneFileEntry extends ListedFile {
  readonly bytes: number;
  readonly records: number;
}

/** A leaflet that could not be made. */
export type MissingEntry = Omit<MissingLeaflet, 'place' | 'fileName'>;

/** A picture of a draft; `form` is absent for a contact sheet. */
export interface PictureEntry extends ListedFile {
  readonly form?: string | undefined;
}

/** `manifest.json`: what a run made, from what, and with which tool. */
export interface Manifest {
  readonly manifest: 1;
  readonly safeleaf: string;
  readonly node: string;
  readonly zlib: string;
  readonly icu: string;
  readonly campaign: string;
  readonly title: string;
  /** Whom a printer asks. */
  readonly sender?: Campaign['sender'];
  /** What all files of the run were made for. */
  readonly press: {
    readonly id: string;
    readonly title: string;
    readonly condition: string;
    readonly conditionInfo: string;
    readonly spots: 'plates' | 'fallback';
  };
  readonly demonstration: boolean;
  readonly draft: boolean;
  /** False until all that the run was asked for stands in the folder. */
  readonly complete: boolean;
  /** How many leaflets the campaign has; the folder holds fewer after `--only` or `--shard`. */
  readonly planned: number;
  /** Leaflets of the campaign that could not be made, because of their records or of what broke off; absent where there are none. */
  readonly missing?: readonly MissingEntry[] | undefined;
  /** Files beside the manifest that hold the rows of these. */
  readonly setAside?: readonly ListedFile[] | undefined;
  /** Which part of a run the folder holds; absent for the whole. */
  readonly shard?: Shard | undefined;
  readonly printOn: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** What the leaflets of a form must show alike, by a key of its id and content. */
  readonly forms: Readonly<Record<string, unknown>>;
  /** Panel key -> what the panel must show. */
  readonly panels: Readonly<Record<string, unknown>>;
  /** Only where files hold many leaflets. */
  readonly files?: readonly OneFileEntry[] | undefined;
  readonly leaflets: readonly LeafletEntry[];
  /** Only of drafts. */
  readonly pictures?: readonly PictureEntry[] | undefined;
}

/** What the manifest lists of a run. */
export interface Listed {
  readonly complete: boolean;
  readonly files: readonly OneFileEntry[];
  readonly leaflets: readonly LeafletEntry[];
  readonly pictures: readonly PictureEntry[];
  /** Of the planned leaflets those that could not be made. */
  readonly lost: readonly MissingLeaflet[];
}

/** The manifest of a run. `older` is that of an earlier run, for leaflets of it that still stand in the folder. */
export function makeManifest(
  { plan, forms, missing }: Ready,
  options: Pick<BatchOptions, 'draft' | 'toolVersion' | 'shard' | 'setAside'>,
  { complete, files, leaflets, pictures, lost }: Listed,
  older: Pick<Manifest, 'forms' | 'panels'> | undefined,
): Manifest {
  const { campaign, inputs, press } = plan.sources;
  const { draft, toolVersion, shard, setAside = [] } = options;
  const unmade = [...missing, ...lost];
  const { node = '', zlib = '', icu = '' } = process.versions;
  return {
    manifest: 1,
    safeleaf: toolVersion,
    node,
    zlib,
    icu,
    campaign: campaign.id,
    title: campaign.title,
    ...(campaign.sender && { sender: campaign.sender }),
    press: {
      id: press.id,
      title: press.title,
      condition: press.condition,
      conditionInfo: press.conditionInfo,
      spots: press.spots,
    },
    demonstration: campaign.demonstration,
    draft,
    complete: complete && unmade.length === 0,
    planned: plan.leaflets.length + missing.length,
    ...(unmade.length > 0 ? { missing: unmade.map(entryOf) } : {}),
    ...(setAside.length > 0 ? { setAside: setAside.map(listedText) } : {}),
    ...(shard && leaflets.length < plan.leaflets.length ? { shard } : {}),
    printOn: campaign.printOn,
    inputs,
    forms: { ...older?.forms, ...formsOf(forms) },
    panels: { ...older?.panels, ...panelsOf(forms) },
    ...(files.length > 0 ? { files } : {}),
    leaflets,
    ...(draft ? { pictures } : {}),
  };
}

const entryOf = ({ place: _, fileName: __, ...entry }: MissingLeaflet): MissingEntry => entry;

const listedText = ({ file, text }: { readonly file: string; readonly text: string }) => ({
  file,
  sha256: sha256Hex(text),
});

const described = new WeakMap<LaidOutForm, { readonly key: string; readonly shows: FormRecord }>();

function describedForm(form: LaidOutForm) {
  const known = described.get(form);
  if (known) return known;
  const shows = describeForm(form);
  const key = `${shows.id}.${sha256Hex(JSON.stringify(shows)).slice(0, 8)}`;
  described.set(form, { key, shows });
  return { key, shows };
}

/** What a leaflet's entry names its form by: the id, and a mark of all that the form shows. */
export const formKey = (form: LaidOutForm): string => describedForm(form).key;

const formsOf = (forms: Ready['forms']): Record<string, FormRecord> =>
  Object.fromEntries(
    forms.map((form) => {
      const { key, shows } = describedForm(form);
      return [key, shows];
    }),
  );

/** What each distinct panel of a run must show, by its key. */
function panelsOf(forms: Ready['forms']): Record<string, unknown> {
  const panels: Record<string, unknown> = {};
  for (const { sides } of forms)
    for (const { panel } of sides.flatMap((side) => side.panels))
      panels[panel.key] ??= describedPanel(panel);
  return panels;
}

const describedPanels = new WeakMap<LaidOutPanel, unknown>();

/** A manifest is made at a run's beginning and at its end. */
function describedPanel(panel: LaidOutPanel): unknown {
  const known = describedPanels.get(panel) ?? describePanel(panel);
  describedPanels.set(panel, known);
  return known;
}

/** A manifest as it is written, piece by piece: a leaflet a line, so that a program can read it line by line. */
export function* manifestText({ leaflets, ...rest }: Manifest): Generator<Uint8Array> {
  const head = JSON.stringify(rest, null, 1).replace(/\n}$/, ',\n "leaflets": [');
  yield Buffer.from(head);
  for (let at = 0; at < leaflets.length; at += LINES) {
    const lines = leaflets.slice(at, at + LINES).map((it) => `\n  ${JSON.stringify(it)}`);
    yield Buffer.from(`${at === 0 ? '' : ','}${lines.join(',')}`);
  }
  yield Buffer.from('\n ]\n}\n');
}

/** Lines of a manifest that are made at a time, so that no text grows with the catalogue. */
const LINES = 1000;

/** The manifest of an earlier run; undefined where there is none that can be read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const read = parseManifest(readFileSync(path)) as Manifest;
    return isManifest(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Anybody may have edited the file: as much of it is looked at as later readers lean on. */
const isManifest = ({ manifest, leaflets, forms, panels, ...rest }: Manifest): boolean => {
  const { files = [], pictures = [], missing = [], setAside = [] } = rest;
  return (
    manifest === 1 &&
    [forms, panels].every((shelf) => typeof shelf === 'object' && shelf !== null) &&
    [leaflets, files, pictures, missing, setAside].every(Array.isArray) &&
    leaflets.every((it) => typeof it?.file === 'string') &&
    [...files, ...pictures, ...setAside].every(isListed)
  );
};

/** Whether an entry names a file that stands for itself, and its hash. */
const isListed = (it: ListedFile): boolean =>
  typeof it?.file === 'string' && typeof it.sha256 === 'string';
