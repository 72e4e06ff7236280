import { demonstrationNotice } from '../layout/demonstration-notice.js';
import { draftWatermark } from '../layout/draft-watermark.js';
import type { LaidOutForm, LaidOutPanel, LaidOutSide, PanelItem } from '../layout/laid-out.js';
import type { ContactRegister } from '../sources/contact-register.js';
import { sha256Hex } from '../units/hash.js';
import { heardOf } from './heard-of.js';
import { type ReadingPage, readingPage } from './reading-page.js';

/** A form for its readers: each panel a side of its own, in the order in which the piece is unfolded. */
export interface ReaderForm {
  readonly laidOut: LaidOutForm;
  /** One for each side of `laidOut`. */
  readonly pages: readonly ReadingPage[];
}

/** Turns laid-out forms into those of the reader edition; a panel that several forms hold is read once. */
export class ReaderForms {
  readonly #register: ContactRegister;
  readonly #demonstration: boolean;
  readonly #pages = new Map<LaidOutPanel, ReadingPage>();

  constructor(register: ContactRegister, demonstration: boolean) {
    this.#register = register;
    this.#demonstration = demonstration;
  }

  of(laidOut: LaidOutForm): ReaderForm {
    const placed = laidOut.sides.flatMap(({ panels }) => panels.map(({ panel }) => panel));
    const pages = laidOut.form.format.readingOrder.flatMap((name) => {
      const panel = placed.find((it) => it.name === name);
      return panel ? [this.#page(panel, laidOut)] : [];
    });
    const sides = pages.map((page) => this.#side(page, laidOut));
    return { laidOut: { ...laidOut, edition: 'reader', sides }, pages };
  }

  #page(panel: LaidOutPanel, { form }: LaidOutForm): ReadingPage {
    const known = this.#pages.get(panel);
    if (known !== undefined) return known;
    const { second } = form;
    const locale = second?.locale.tag === panel.lang ? second.locale : form.locale;
    const key = sha256Hex(`reader ${panel.key} ${JSON.stringify(panel.reading)}`);
    const page = readingPage({ ...panel, key }, locale, this.#register);
    this.#pages.set(panel, page);
    return page;
  }

  #side(page: ReadingPage, { form, typesetter, isDraft }: LaidOutForm): LaidOutSide {
    const { panel } = page;
    const panels = [{ x: 0, panel }];
    const notice: readonly PanelItem[] = this.#demonstration
      ? demonstrationNotice(form, panels, typesetter, panel)
      : [];
    const { width, height } = panel;
    const mark = isDraft
      ? [draftWatermark(form.format, { x: 0, y: 0, width, height }, typesetter)]
      : [];
    return { name: panel.name, panels, overlay: [...notice, ...mark], heard: heardOf(page) };
  }
}
