import type { Ready } from '../pipeline.js';
import type { Form, Leaflet } from '../plan/plan.js';
import type { BatchOptions } from './batch-options.js';
import { type OneFileGroup, oneFileGroups } from './one-file.js';
import type { Outlet } from './outlet.js';

/** Which leaflets a run was asked for, and which file each goes into. Paths start at the manifest. */
export class LeafletFiles {
  /** In the order of the plan. */
  readonly wanted: readonly Leaflet[];
  /** The files that hold many leaflets; none where each has a file of its own. */
  readonly groups: readonly OneFileGroup[];
  readonly #sub: string;
  readonly #planned: readonly Leaflet[];
  readonly #fileOfMany = new Map<Form, string>();

  constructor({ plan }: Ready, { only, shard, oneFile }: BatchOptions, outlet: Outlet) {
    this.#sub = outlet.sub;
    this.#planned = plan.leaflets;
    // A shard's leaflets are every n-th of the whole plan, so that the parts do not hang on each other.
    this.wanted = plan.leaflets.filter(
      (leaflet, index) =>
        (only?.(leaflet) ?? true) && (!shard || index % shard.of === shard.part - 1),
    );
    const { campaign } = plan.sources;
    this.groups = oneFile ? oneFileGroups(this.wanted, campaign, outlet, shard) : [];
    for (const { file, leaflets } of this.groups)
      for (const { form } of leaflets) this.#fileOfMany.set(form, file);
    this.of = oneFile
      ? ({ form }) => this.#fileOfMany.get(form) ?? ''
      : ({ fileName }) => `${this.#sub}${fileName}.pdf`;
  }

  readonly of: (leaflet: Leaflet) => string;

  /** What names a file, in the order of the plan; what the plan does not know comes last. */
  inPlanOrder<T extends { readonly file: string }>(entries: readonly T[]): readonly T[] {
    const place = new Map(this.#planned.map((leaflet, index) => [this.of(leaflet), index]));
    const last = place.size;
    return [...entries].sort((a, b) => (place.get(a.file) ?? last) - (place.get(b.file) ?? last));
  }
}
