import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { deflatedProfile } from './deflated-profile.js';
import { type EmbeddedFont, embedFont } from './embedded-font.js';
import { type FaceUse, FontUse } from './font-use.js';
import type { Press, PressJob } from './press.js';
import { FormDrawer, type PressForm } from './press-form.js';
import { RecordsFile } from './records-file.js';
import { type PressRun, type StandingForm, standForm } from './standing-form.js';
import { ownPart, writeLeaflet } from './write-leaflet.js';

/**
 * Draws every distinct panel of a run and subsets every face once, to the union of what all its
 * leaflets print. What `write` costs after that is a leaflet's
 * own few words and copying bytes; pdfkit is asked once a form. What an earlier run of the process drew and subset of
 * the same things is taken from `workshop`.
 */
export function openPress(job: PressJob, workshop: Workshop = NO_WORKSHOP): Press {
  const fonts = new FontUse();
  const forms = drawForms(job, fonts, workshop);
  for (const leaflet of job.leaflets) noteOwnWords(forms, leaflet);
  fonts.close();
  const run: PressRun = {
    job,
    fonts: new Map(fonts.faces.map((use) => [use.face.id, embedOnce(use, job.store, workshop)])),
    icc: workshop.kept('icc', [job.profile], () => deflatedProfile(job.profile)),
  };
  const standing = new Map<PressForm, StandingForm>();
  const stand = (leaflet: Leaflet): StandingForm => {
    const form = formOf(forms, leaflet);
    const known = standing.get(form) ?? standForm(run, form);
    standing.set(form, known);
    return known;
  };
  return {
    write: (leaflet) => writeLeaflet(job, stand(leaflet), leaflet),
    type: {
      standing: (leaflet) => stand(leaflet).data,
      own: (leaflet) => ownPart(job, stand(leaflet), leaflet),
    },
    records: (leaflets, title) => {
      const all = new Set(leaflets.map((leaflet) => formOf(forms, leaflet)));
      const file = new RecordsFile(run, [...all], title);
      return {
        start: file.start,
        add: (leaflet) => file.add(formOf(forms, leaflet), leaflet),
        end: () => file.end(),
        endSoFar: () => file.endSoFar(),
      };
    },
  };
}

/** A face's subset hangs on the face and its glyphs, each with the text that it is read back as. */
function embedOnce(use: FaceUse, store: PressJob['store'], workshop: Workshop): EmbeddedFont {
  const embed = (): EmbeddedFont => embedFont(use, store);
  if (!workshop.lasts) return embed();
  return workshop.kept('font', [use.face, JSON.stringify([...use.glyphs])], embed);
}

function drawForms(
  job: PressJob,
  fonts: FontUse,
  workshop: Workshop,
): ReadonlyMap<string, PressForm> {
  const drawer = new FormDrawer(job, fonts, workshop);
  const codes = new Map<string, string[]>(job.forms.map(({ form }) => [form.id, []]));
  for (const { form, jobCode } of job.leaflets) codes.get(form.id)?.push(jobCode);
  return new Map(
    job.forms.map((laidOut) => {
      const { id } = laidOut.form;
      return [id, drawer.draw(laidOut, codes.get(id) ?? [])];
    }),
  );
}

/** Notes what only this leaflet says beside its job code, so that its glyphs are in the subsets. */
function noteOwnWords(forms: ReadonlyMap<string, PressForm>, leaflet: Leaflet): void {
  const form = formOf(forms, leaflet);
  for (const { slots } of form.sides)
    for (const { drawings } of slots) {
      const value = slotValue(leaflet, drawings.field);
      if (value !== '') drawings.note(value);
    }
}

function formOf(forms: ReadonlyMap<string, PressForm>, leaflet: Leaflet): PressForm {
  const form = forms.get(leaflet.form.id);
  if (form === undefined) throw new Error(`form ${leaflet.form.id} was not handed to the press`);
  return form;
}
