import { z } from 'zod';
import { FormRecord, type LeafletRecord, PanelRecord, type SideRecord } from './leaflet-record.js';
import { textWords } from './spoken.js';

const Entry = z.object({
  file: z.string(),
  sha256: z.string(),
  form: z.string(),
  values: z.array(z.string()),
});

/** The parts of a manifest that leaflets lean on. */
export interface Shelf {
  /** What the leaflets of a form show alike, by the key that entries name. */
  readonly forms: Readonly<Record<string, unknown>>;
  /** What a panel must show, by its key. */
  readonly panels: Readonly<Record<string, unknown>>;
}

/**
 * What a finished file must show, from its entry in a manifest and what the manifest says of its form
 * and panels; undefined where the manifest does not say it, or was changed so that it cannot be read.
 */
export function recordOf(entry: unknown, { forms, panels }: Shelf): LeafletRecord | undefined {
  const read = Entry.safeParse(entry);
  if (!read.success) return undefined;
  const { file, sha256, form: key, values } = read.data;
  const form = FormRecord.safeParse(at(forms, key));
  if (!form.success) return undefined;
  const sides = filledSides(form.data, values);
  if (sides === undefined) return undefined;
  const shows: Record<string, PanelRecord> = {};
  for (const panel of sides.flatMap((side) => side.panels)) {
    const shown = PanelRecord.safeParse(at(panels, panel.key));
    if (!shown.success) return undefined;
    shows[panel.key] = shown.data;
  }
  return { ...form.data, sides, file, sha256, shows };
}

const at = (shelf: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(shelf, key) ? shelf[key] : undefined;

/** A form's sides with a leaflet's values in their slots; undefined where there are more or fewer of them. */
export function filledSides(
  { sides }: FormRecord,
  values: readonly string[],
): SideRecord[] | undefined {
  const left = [...values];
  const slots = sides.flatMap((side) => side.slots);
  if (slots.length !== left.length) return undefined;
  return sides.map((side) => ({
    ...side,
    slots: side.slots.map(({ panel, box }) => ({
      panel,
      box,
      words: [...textWords(left.shift() ?? '')],
    })),
  }));
}
