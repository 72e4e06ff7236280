import type { Finding } from '../diagnostics/finding.js';
import type { Approval } from './approval.js';
import type { BrandKit } from './brand-kit.js';
import type { Campaign } from './campaign.js';
import type { BadRow } from './catalogue/bad-row.js';
import type { ContactRegister } from './contact-register.js';
import type { CopyDeck } from './copy-deck.js';
import type { Format } from './format.js';
import type { Locale } from './locale.js';
import type { Phone } from './phone.js';
import type { PictureSet } from './picture.js';
import type { PressProfile } from './press-profile.js';
import type { IconSet, Template } from './template.js';

/** All that a campaign names, read and checked: what `plan` starts from. */
export interface Sources {
  readonly campaign: Campaign;
  readonly phones: readonly Phone[];
  /** Rows that are no phone, and what the findings of the sources tell of them. */
  readonly badRows: readonly BadRow[];
  readonly told: readonly Finding[];
  readonly templates: Readonly<Record<string, Template>>;
  readonly formats: Readonly<Record<string, Format>>;
  readonly brands: Readonly<Record<string, BrandKit>>;
  /** `<template>/<brand>` -> icons in that brand's inks. */
  readonly icons: Readonly<Record<string, IconSet>>;
  /** `<template>/<brand>` -> pictures. */
  readonly pictures: Readonly<Record<string, PictureSet>>;
  readonly locales: Readonly<Record<string, Locale>>;
  /** `<locale>/<deck>`. */
  readonly decks: Readonly<Record<string, CopyDeck>>;
  /** `<locale>/<deck>`; absent where there is none. */
  readonly approvals: Readonly<Record<string, Approval>>;
  readonly register: ContactRegister;
  readonly press: PressProfile;
  /** Every file that was read, with its SHA-256, for the manifest. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}
