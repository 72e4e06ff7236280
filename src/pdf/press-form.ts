import type { DieLine } from '../layout/die-lines.js';
import type { LaidOutForm, LaidOutPanel, LaidOutSide } from '../layout/laid-out.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { BLACK } from '../units/ink.js';
import { toPt } from '../units/length.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { Content } from './content.js';
import { drawDie } from './die-layers.js';
import { drawMarks } from './draw-marks.js';
import { drawOverlay } from './draw-panel.js';
import { drawText } from './draw-text.js';
import { type Drawing, toDrawing } from './drawing.js';
import type { DrawnOnce, FontUse } from './font-use.js';
import { panelDrawing } from './kept-panel.js';
import { type PageGeometry, pageGeometry, pdfBox } from './page-geometry.js';
import {
  drawPageText,
  type PageText,
  type PageTexts,
  pageTexts,
  plainTexts,
  type SlotDrawings,
  slotDrawings,
} from './page-text.js';
import { atOrigin, originStart, panelOrigin, translated } from './panel-origin.js';
import type { PressJob } from './press.js';
import { jobCodePlace, NO_LIMIT, placeSlug, plainSlug, setSlug, slugHeight } from './slug.js';
import { slugFacts } from './slug-facts.js';

/** A slot on its page. */
export interface PressSlot {
  readonly panel: string;
  /** What stands before its values' operators: they are in its panel's coordinates. */
  readonly start: string;
  readonly drawings: SlotDrawings;
}

/** What of a side is the same for all its leaflets, whatever their values. */
interface StaticSide {
  readonly name: string;
  /** Resource name -> panel, in the order in which the page's stream paints them. */
  readonly panels: ReadonlyMap<string, Drawing>;
  readonly overlay: Drawing | undefined;
  /** Paints the overlay at its place; empty where there is none. */
  readonly overlayText: string;
  /** Paints the panels, then marks and slug line. */
  readonly content: Drawing;
  /** Processing steps, painted last; undefined where there are none. */
  readonly die: { readonly drawing: Drawing; readonly lines: readonly DieLine[] } | undefined;
}

/** One side of a form, drawn: what each of its leaflets refers to. */
export interface PressSide extends StaticSide {
  readonly slots: readonly PressSlot[];
}

/** A form, drawn. */
export interface PressForm {
  readonly laidOut: LaidOutForm;
  readonly geometry: PageGeometry;
  readonly sides: readonly PressSide[];
  /** The job codes of the slug line; undefined where the press wants none. */
  readonly jobCodes: PageTexts | undefined;
}

/** Draws forms. Panels that are the same in several forms are drawn once; so are a slot's values. */
export class FormDrawer {
  readonly #panels = new Map<string, { readonly panel: LaidOutPanel; readonly drawing: Drawing }>();
  readonly #slots = new Map<string, SlotDrawings>();
  readonly #facts = new Map<Typesetter, Map<string, SetParagraph | undefined>>();
  readonly #job: PressJob;
  readonly #fonts: FontUse;
  readonly #workshop: Workshop;

  /** What earlier runs of the process drew of the same things is taken from `workshop`. */
  constructor(job: PressJob, fonts: FontUse, workshop: Workshop = NO_WORKSHOP) {
    this.#job = job;
    this.#fonts = fonts;
    this.#workshop = workshop;
  }

  /** `codes`: the job codes of the form's leaflets; the widest fixes where the slug line goes on. */
  draw(laidOut: LaidOutForm, codes: readonly string[]): PressForm {
    const geometry = pageGeometry(laidOut.form.format, this.#job.profile);
    const jobCodes = this.#jobCodes(laidOut, geometry, codes);
    const width = codes.reduce((widest, code) => Math.max(widest, jobCodes?.note(code) ?? 0), 0);
    const { profile, title, prepared } = this.#job;
    const drawn = this.#once('drawn form', [laidOut, profile, title, prepared, width], () =>
      laidOut.sides.map((side) => this.#side(laidOut, side, geometry, width)),
    );
    const sides = laidOut.sides.flatMap((side, at): PressSide[] => {
      const known = drawn[at];
      return known ? [{ ...known, slots: this.#sideSlots(laidOut, side, geometry) }] : [];
    });
    return { laidOut, geometry, sides, jobCodes };
  }

  #jobCodes(
    { typesetter }: LaidOutForm,
    geometry: PageGeometry,
    codes: readonly string[],
  ): PressForm['jobCodes'] {
    const { marks, minimum, spots } = this.#job.profile;
    if (!marks.slug) return undefined;
    const { height } = geometry.media;
    const { x, y } = jobCodePlace(geometry, slugHeight(minimum.slugPt));
    const draw = (code: string): PageText => {
      const paragraph = setSlug(typesetter, code, minimum.slugPt);
      if (paragraph === undefined) throw new Error(`the job code ${code} cannot be set`);
      return drawPageText(paragraph, x, y, height, this.#fonts, spots);
    };
    const look = plainSlug(typesetter, minimum.slugPt);
    look?.add(codes);
    const place = { x, y, height, measure: NO_LIMIT };
    return pageTexts(draw, plainTexts(look, place, this.#fonts, spots));
  }

  /** Draws, or takes what an earlier run drew, with all that it asks of the fonts. */
  #once<T>(what: string, of: readonly unknown[], draw: () => T): T {
    if (!this.#workshop.lasts) return draw();
    const place = this.#workshop.kept(what, of, (): { drawn?: DrawnOnce<T> } => ({}));
    if (place.drawn && this.#fonts.again(place.drawn)) return place.drawn.made;
    place.drawn = this.#fonts.noting(draw);
    return place.drawn.made;
  }

  #side(
    laidOut: LaidOutForm,
    side: LaidOutSide,
    geometry: PageGeometry,
    codeWidth: number,
  ): StaticSide {
    const drawn = side.panels.map(({ panel }) => this.#panel(panel));
    const panels = new Map(drawn.map((drawing, at) => [`P${at}`, drawing]));
    const content = this.#page(laidOut, side, geometry, codeWidth);
    const overlay = this.#overlay(laidOut, side);
    return {
      name: side.name,
      panels,
      overlay,
      overlayText: overlay === undefined ? '' : overlayText(geometry),
      content,
      die: sideDie(side, geometry),
    };
  }

  /** What stands on the page itself, whatever its panels show: their places, marks, slug line. */
  #page(
    { typesetter, form }: LaidOutForm,
    side: LaidOutSide,
    geometry: PageGeometry,
    codeWidth: number,
  ): Drawing {
    const { profile } = this.#job;
    const facts = profile.marks.slug ? slugFacts(this.#job, form, side, geometry) : [];
    const places = side.panels.map(({ panel: { width, height }, ...place }) => ({
      ...place,
      width,
      height,
    }));
    const plain = JSON.stringify([geometry, places, facts, codeWidth]);
    return this.#once('page', [typesetter, profile, plain], () => {
      const content = new Content('plates', { font: (face) => this.#fonts.of(face).name });
      content.fill(BLACK);
      content.stroke(BLACK);
      for (const [at, placed] of side.panels.entries()) {
        content.put(atOrigin(panelOrigin(geometry, placed), `/P${at} Do`));
      }
      drawMarks(content, side, geometry, profile);
      this.#slug(content, facts, typesetter, geometry, codeWidth);
      return toDrawing(content, pdfBox(geometry.media, geometry.media));
    });
  }

  #panel(panel: LaidOutPanel): Drawing {
    const known = this.#panels.get(panel.key);
    if (known !== undefined && !this.#workshop.lasts) return known.drawing;
    const { store, profile } = this.#job;
    const { spots } = profile;
    const first = known?.panel ?? panel;
    // Asked for again, what it needs of the fonts is noted for this form too.
    const drawing = this.#once('drawn panel', [first, spots], () =>
      panelDrawing(first, this.#fonts, spots, store),
    );
    this.#panels.set(panel.key, { panel: first, drawing });
    return drawing;
  }

  #overlay({ form }: LaidOutForm, side: LaidOutSide): Drawing | undefined {
    if (side.overlay.length === 0) return undefined;
    const { trim, bleed } = form.format;
    const { spots } = this.#job.profile;
    const of = [...side.overlay, trim.width, trim.height, bleed, spots];
    return this.#once('drawn overlay', of, () =>
      drawOverlay(side.overlay, trim, bleed, this.#fonts, spots),
    );
  }

  #slug(
    content: Content,
    facts: readonly string[],
    typesetter: Typesetter,
    geometry: PageGeometry,
    codeWidth: number,
  ): void {
    const set = facts
      .map((fact) => this.#fact(typesetter, fact))
      .filter((fact) => fact !== undefined);
    const { height } = geometry.media;
    for (const { text, x, y } of placeSlug(set, geometry, codeWidth)) {
      drawText(content, this.#fonts, text, toPt(x), toPt(height - y));
    }
  }

  /** The forms of a brand and a locale say nearly the same: each fact is set once for all of them. */
  #fact(typesetter: Typesetter, text: string): SetParagraph | undefined {
    const facts = this.#facts.get(typesetter) ?? new Map<string, SetParagraph | undefined>();
    this.#facts.set(typesetter, facts);
    if (!facts.has(text))
      facts.set(text, setSlug(typesetter, text, this.#job.profile.minimum.slugPt));
    return facts.get(text);
  }

  #sideSlots(laidOut: LaidOutForm, side: LaidOutSide, geometry: PageGeometry): PressSlot[] {
    return side.panels.flatMap((placed) =>
      placed.panel.slots.map((_, at) => ({
        panel: placed.panel.name,
        start: originStart(panelOrigin(geometry, placed)),
        drawings: this.#slot(laidOut, placed.panel, at),
      })),
    );
  }

  #slot({ form, typesetter }: LaidOutForm, panel: LaidOutPanel, at: number): SlotDrawings {
    const key = [form.brand.id, form.locale.tag, panel.key, at].join('\n');
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = panel.slots[at];
    if (slot === undefined) throw new Error(`panel "${panel.name}" has no slot ${at}`);
    const { spots } = this.#job.profile;
    const drawings = slotDrawings(slot, panel.height, typesetter, this.#fonts, spots);
    this.#slots.set(key, drawings);
    return drawings;
  }
}

/** The overlay is drawn in the trim's coordinates. */
function overlayText({ margin, media, trim }: PageGeometry): string {
  const bottom = media.height - trim.y - trim.height;
  return translated(toPt(margin), toPt(bottom), '/O Do');
}

function sideDie(
  { die = [] }: LaidOutSide,
  { media, margin, trim }: PageGeometry,
): PressSide['die'] {
  const origin = { left: margin, top: media.height - trim.y };
  const drawing = drawDie(die, origin, pdfBox(media, media));
  return drawing && { drawing, lines: die };
}
