import type { Approval } from '../sources/approval.js';
import type { BrandKit } from '../sources/brand-kit.js';
import type { CopyDeck, Unit } from '../sources/copy-deck.js';
import type { Format } from '../sources/format.js';
import type { Locale } from '../sources/locale.js';
import type { Phone } from '../sources/phone.js';
import type { PictureSet } from '../sources/picture.js';
import type { Sources } from '../sources/sources.js';
import type { IconSet, Template } from '../sources/template.js';

/** The second language of a bilingual piece: its own words, approved on their own, on panels of their own. */
export interface SecondLanguage {
  readonly locale: Locale;
  readonly deck: CopyDeck;
  readonly approval: Approval | undefined;
  readonly units: Readonly<Record<string, Unit>>;
}

/** What is alike for many leaflets: format x brand x locale x chosen content. Certified once, printed many times. */
export interface Form {
  /** `<template>_<brand>_<locale>_<n>`, n from 1 in the order of the catalogue. */
  readonly id: string;
  readonly template: Template;
  /** Already mirrored where the locale is read from right to left. */
  readonly format: Format;
  readonly brand: BrandKit;
  readonly icons: IconSet;
  /** In the press's inks. */
  readonly pictures?: PictureSet | undefined;
  /** The locales as the campaign names them: `cy`, or `cy+en-GB` for a bilingual piece. */
  readonly locales: string;
  /** The first language: what the piece as a whole is in. */
  readonly locale: Locale;
  /** Of a bilingual piece. */
  readonly second?: SecondLanguage | undefined;
  readonly deck: CopyDeck;
  /** Absent where nobody approved: a draft, or a finding. */
  readonly approval: Approval | undefined;
  /** Unit id -> the wording for this form's phones. */
  readonly units: Readonly<Record<string, Unit>>;
  /** What the copy speaks of beside its wordings; absent where deck and template do not mention it. */
  readonly chosenFor: {
    readonly os?: string | undefined;
    readonly maker?: string | undefined;
    readonly network?: string | undefined;
  };
  /** Values that the template prints inline (`template.inline`), by their path, such as `phone.model`. */
  readonly inline: Readonly<Record<string, string>>;
}

/** One finished piece for one phone: a form plus what differs. */
export interface Leaflet {
  readonly form: Form;
  readonly phone: Phone;
  /** Such as `SL-7K3M-Q4RD`: from campaign, template, brand, locale, sku and shop; the same in every run. */
  readonly jobCode: string;
  /** Without folder or ending; unique in its campaign. */
  readonly fileName: string;
}

/** Which leaflets to make, grouped into forms, in a fixed order. */
export interface Plan {
  readonly sources: Sources;
  readonly forms: readonly Form[];
  readonly leaflets: readonly Leaflet[];
}
