import { join, resolve } from 'node:path';
import { makeFolder, writeWhole } from '../batch/atomic-file.js';
import type { Checked, Finding } from '../diagnostics/finding.js';
import { isError } from '../diagnostics/finding.js';
import { formatSheet } from '../pdf/format-sheet.js';
import { readBrandKit } from '../sources/read-brand-kit.js';
import { readFormat } from '../sources/read-format.js';
import { readLocale } from '../sources/read-locale.js';
import { loadShaper } from '../typeset/load-shaper.js';
import { openFaceLibrary } from '../typeset/open-face-library.js';
import { openTypesetter } from '../typeset/open-typesetter.js';
import type { World } from '../world.js';
import { userPath } from './user-path.js';

/** Whose face the sheets are labelled in: any will do, and this one ships. */
const FACE_OF = { brand: 'northstar', locale: 'en-GB' } as const;

/** Draws a sheet for each format into a folder; gives the files that it made. */
export async function formatSheets(
  world: World,
  ids: readonly string[],
  folder: string,
  toolVersion: string,
): Promise<Checked<readonly string[]>> {
  await loadShaper();
  const brand = readBrandKit(world, FACE_OF.brand);
  const locale = readLocale(world, FACE_OF.locale);
  const opened =
    brand.value && locale.value
      ? openTypesetter(openFaceLibrary(world), brand.value, locale.value)
      : undefined;
  const typesetter = opened?.value;
  const findings: Finding[] = [
    ...brand.findings,
    ...locale.findings,
    ...(opened?.findings ?? []),
  ].filter(isError);
  if (typesetter === undefined) return { value: undefined, findings };
  findings.push(...makeFolder(resolve(userPath(folder)), folder));
  const made: string[] = [];
  for (const id of ids) {
    const { value } = readFormat(world, id);
    // A format that cannot be read is told by the list itself.
    if (value === undefined || findings.length > 0) continue;
    const shown = join(folder, `${id}.pdf`);
    const bytes = formatSheet(value, typesetter, `safeleaf ${toolVersion}`);
    const faults = writeWhole(resolve(userPath(folder), `${id}.pdf`), bytes, shown);
    findings.push(...faults);
    if (faults.length === 0) made.push(shown);
  }
  return { value: made, findings };
}
