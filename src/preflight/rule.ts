import type { ComposedPanel } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutPanel } from '../layout/laid-out.js';
import type { Form } from '../plan/plan.js';
import type { Campaign } from '../sources/campaign.js';
import type { PressProfile } from '../sources/press-profile.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Colour } from './colour.js';

/** A panel, and what a rule judges it by. */
export interface PanelSubject {
  readonly panel: LaidOutPanel;
  readonly composed: ComposedPanel;
  /** The name of the side that it is on. */
  readonly side: string;
  readonly form: Form;
  readonly profile: PressProfile;
  readonly campaign: Campaign;
  readonly colour: Colour;
  readonly typesetter: Typesetter;
}

/** One thing that a printer, a brand owner or a charity would send back. */
export interface Rule {
  /** The standard's own id (GWG 2022: `R0016`), or ours: `LF-…`. */
  readonly id: string;
  /** Who asks for it. */
  readonly source: string;
  check(subject: PanelSubject): readonly Finding[];
}
