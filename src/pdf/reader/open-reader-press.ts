import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Leaflet } from '../../plan/plan.js';
import { slotValue } from '../../plan/slot-value.js';
import { openColour } from '../../preflight/colour.js';
import { deflate } from '../deflate.js';
import { embedFont } from '../embedded-font.js';
import { FontUse } from '../font-use.js';
import type { Press } from '../press.js';
import type { ReaderInk } from './draw-reading.js';
import { type DrawnForm, ReaderDrawer } from './drawn-form.js';
import type { ReaderJob } from './reader-job.js';
import { type ReaderRun, writeReader } from './write-reader.js';

/** The press of the reader edition: every distinct panel drawn once as tagged page content, every face subset once. */
export function openReaderPress(job: ReaderJob): Press {
  const fonts = new FontUse('clusters');
  const drawer = new ReaderDrawer({ fonts, ...screenColour(job) });
  const forms = new Map(job.forms.map((it) => [it.laidOut.form.id, drawer.draw(it)]));
  for (const leaflet of job.leaflets) setOwnWords(formOf(forms, leaflet), leaflet);
  fonts.close();
  const run: ReaderRun = {
    job,
    fonts: new Map(fonts.faces.map((use) => [use.face.id, embedFont(use, job.store)])),
    icc: deflate(screenProfile()),
  };
  return {
    write: (leaflet) => writeReader(run, formOf(forms, leaflet), leaflet),
    records() {
      throw new Error('a file for readers holds one leaflet');
    },
  };
}

/** Sets what only this leaflet says, so that its glyphs are in the subsets. */
function setOwnWords({ pages }: DrawnForm, leaflet: Leaflet): void {
  for (const drawings of pages.flatMap(({ slots }) => slots)) {
    const value = slotValue(leaflet, drawings.field);
    if (value !== '') drawings.of(value);
  }
}

function formOf(forms: ReadonlyMap<string, DrawnForm>, leaflet: Leaflet): DrawnForm {
  const form = forms.get(leaflet.form.id);
  if (form === undefined) throw new Error(`form ${leaflet.form.id} was not handed to the press`);
  return form;
}

/** Inks as they look in print, through the press profile: the colours whose contrast preflight has judged. */
function screenColour({ profile }: ReaderJob): Pick<ReaderInk, 'colour' | 'pixels'> {
  const colour = openColour(profile.icc);
  if (colour === undefined) throw new Error(`the profile of "${profile.id}" is no CMYK profile`);
  return {
    colour: (ink) => colour.inkToSrgb(ink),
    pixels: (inks) => colour.pixelsToSrgb(inks),
  };
}

/** pdfkit's own copy of the sRGB profile; it has no name that could be imported. */
function screenProfile(): Uint8Array {
  const pdfkit = createRequire(import.meta.url).resolve('pdfkit');
  return readFileSync(join(dirname(pdfkit), 'data', 'sRGB_IEC61966_2_1.icc'));
}
