import { readFileSync } from 'node:fs';
import type { Ready } from '../pipeline.js';
import { describePanel } from '../prove/leaflet-record.js';
import type { BatchOptions } from './batch-options.js';
import type { ListedFile } from './remove-stale.js';

/** One finished leaflet as `manifest.json` lists it. */
export interface LeafletEntry extends ListedFile {
  readonly bytes: number;
  readonly jobCode: string;
  readonly form: string;
  readonly sku: string;
  readonly shop?: string | undefined;
  readonly quantity: number;
  /** What a reader of the finished file must find beside its form's panels. */
  readonly record: unknown;
}

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
  readonly demonstration: boolean;
  readonly draft: boolean;
  /** False until all that the run was asked for stands in the folder. */
  readonly complete: boolean;
  /** How many leaflets the campaign has; the folder holds fewer after `--only` or `--shard`. */
  readonly planned: number;
  readonly printOn: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly forms: readonly unknown[];
  /** Panel key -> what the panel must show. */
  readonly panels: Readonly<Record<string, unknown>>;
  readonly leaflets: readonly LeafletEntry[];
  /** Only of drafts. */
  readonly pictures?: readonly PictureEntry[] | undefined;
}

/** What the manifest lists of a run. */
export interface Listed {
  readonly complete: boolean;
  readonly leaflets: readonly LeafletEntry[];
  readonly pictures: readonly PictureEntry[];
}

/**
 * The manifest of a run. `older` panels are those of an earlier run, for leaflets of it that still stand
 * in the folder.
 */
export function makeManifest(
  { plan, forms }: Ready,
  { draft, toolVersion }: Pick<BatchOptions, 'draft' | 'toolVersion'>,
  { complete, leaflets, pictures }: Listed,
  older: Readonly<Record<string, unknown>>,
): Manifest {
  const { campaign, inputs } = plan.sources;
  const { node = '', zlib = '', icu = '' } = process.versions;
  return {
    manifest: 1,
    safeleaf: toolVersion,
    node,
    zlib,
    icu,
    campaign: campaign.id,
    demonstration: campaign.demonstration,
    draft,
    complete,
    planned: plan.leaflets.length,
    printOn: campaign.printOn,
    inputs,
    forms: forms.map(describeForm),
    panels: { ...panelsOf(forms), ...older },
    leaflets,
    ...(draft ? { pictures } : {}),
  };
}

const describeForm = ({ form, sides }: Ready['forms'][number]) => ({
  id: form.id,
  template: form.template.id,
  brand: form.brand.id,
  locale: form.locales,
  sides: sides.map(({ name, panels }) => ({
    name,
    panels: panels.map(({ x, panel }) => ({ name: panel.name, x, key: panel.key })),
  })),
});

/** What each distinct panel of a run must show, by its key. */
function panelsOf(forms: Ready['forms']): Record<string, unknown> {
  const panels: Record<string, unknown> = {};
  for (const { sides } of forms)
    for (const { panel } of sides.flatMap((side) => side.panels))
      panels[panel.key] ??= describePanel(panel);
  return panels;
}

/** The manifest of an earlier run; undefined where there is none that can be read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return isManifest(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Anybody may have edited the file: as much of it is looked at as later readers lean on. */
const isManifest = ({ manifest, leaflets, panels, pictures = [] }: Manifest): boolean =>
  manifest === 1 &&
  typeof panels === 'object' &&
  panels !== null &&
  [leaflets, pictures].every(
    (list) =>
      Array.isArray(list) &&
      list.every((it) => typeof it?.file === 'string' && typeof it.sha256 === 'string'),
  );
