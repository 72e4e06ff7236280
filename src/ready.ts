import type { ComposedForm } from './compose/blocks.js';
import type { LaidOutForm } from './layout/laid-out.js';
import type { MissingLeaflet } from './plan/missing-leaflet.js';
import type { Plan } from './plan/plan.js';
import type { Workshop } from './units/workshop.js';
import type { World } from './world.js';

/** What a run was asked to do beside its campaign. */
export interface RunOptions {
  /** Watermarked, without approval, never for print. */
  readonly draft: boolean;
  readonly toolVersion: string;
  /** `stop` unless said: a record that cannot be made stops all; else the others are made without it. */
  readonly onBadRecord?: 'stop' | 'skip' | 'set-aside' | undefined;
}

/** What stages are handed beside their own input. */
export interface StageSetting {
  readonly world: World;
  readonly options: RunOptions;
  /** What earlier runs of the process made. */
  readonly workshop: Workshop;
}

/** A campaign that has passed every check which needs no finished file. */
export interface Ready {
  readonly plan: Plan;
  /** With the panels as they print: each in the longest approved wordings in which it fits. */
  readonly composed: readonly ComposedForm[];
  /** In the order of `plan.forms`. */
  readonly forms: readonly LaidOutForm[];
  /** What the campaign should have beside the plan, and cannot be made; none where a bad record stops all. */
  readonly missing: readonly MissingLeaflet[];
}
