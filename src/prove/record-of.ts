import { z } from 'zod';
import { LeafletPart, type LeafletRecord, PanelRecord } from './leaflet-record.js';

const Entry = z.object({ file: z.string(), sha256: z.string(), record: LeafletPart });

/**
 * What a finished file must show, from its entry in a manifest and the manifest's panels; undefined
 * where the manifest does not say it, or was changed so that it cannot be read.
 */
export function recordOf(
  entry: unknown,
  panels: Readonly<Record<string, unknown>>,
): LeafletRecord | undefined {
  const read = Entry.safeParse(entry);
  if (!read.success) return undefined;
  const { file, sha256, record } = read.data;
  const shows: Record<string, PanelRecord> = {};
  for (const { key } of record.sides.flatMap((side) => side.panels)) {
    const panel = PanelRecord.safeParse(Object.hasOwn(panels, key) ? panels[key] : undefined);
    if (!panel.success) return undefined;
    shows[key] = panel.data;
  }
  return { ...record, file, sha256, shows };
}
