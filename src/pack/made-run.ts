import { z } from 'zod';
import type { Manifest } from '../batch/manifest.js';
import { FormRecord, PanelRecord } from '../prove/leaflet-record.js';

/** Names that a run writes for the press; anybody may have edited a manifest, and no other name is followed. */
const file = z.string().regex(/^print\/[^/\\:\0]+\.pdf$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(500);

const Entry = z.object({
  file,
  sha256: sha256.optional(),
  record: z.int().min(1).optional(),
  jobCode: text,
  form: text,
  sku: text,
  shop: text.optional(),
  quantity: z.int().min(0),
});
export type MadeLeaflet = Readonly<z.infer<typeof Entry>>;

const Run = z.object({
  safeleaf: text,
  /** A part of the ZIP's name. */
  campaign: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
  title: text,
  demonstration: z.boolean(),
  printOn: z.string().regex(/^(?:19[89]\d|20\d\d)-\d{2}-\d{2}$/),
  sender: z.object({ name: text, email: text.optional(), phone: text.optional() }).optional(),
  press: z.object({
    id: text,
    title: text,
    condition: text,
    conditionInfo: text,
    spots: z.enum(['plates', 'fallback']),
  }),
  leaflets: z.array(Entry).min(1),
  files: z.array(z.object({ file, sha256 })).default([]),
});

/** A form whose files are for the press, with what a printer must know of it. */
export type MadeForm = FormRecord & { readonly piece: NonNullable<FormRecord['piece']> };

/** What of a manifest `pack` leans on, looked at part by part. */
export interface MadeRun extends Readonly<z.infer<typeof Run>> {
  readonly forms: ReadonlyMap<string, MadeForm>;
  /** Panel key -> the spot inks that it may print with. */
  readonly plates: ReadonlyMap<string, readonly string[]>;
}

/** Undefined where the manifest does not say all that a printer must know, or was changed. */
export function madeRun(manifest: Manifest): MadeRun | undefined {
  const run = Run.safeParse(manifest).data;
  if (run === undefined) return undefined;
  const forms = new Map<string, MadeForm>();
  const plates = new Map<string, readonly string[]>();
  for (const key of new Set(run.leaflets.map(({ form }) => form))) {
    const form = FormRecord.safeParse(own(manifest.forms, key)).data;
    if (form?.piece === undefined) return undefined;
    forms.set(key, { ...form, piece: form.piece });
    for (const panel of form.sides.flatMap(({ panels }) => panels)) {
      const shown = PanelRecord.safeParse(own(manifest.panels, panel.key)).data;
      if (shown === undefined) return undefined;
      plates.set(panel.key, shown.plates);
    }
  }
  return { ...run, forms, plates };
}

const own = (shelf: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(shelf, key) ? shelf[key] : undefined;
