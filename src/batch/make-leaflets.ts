import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { PressFile } from '../pdf/press.js';
import type { Leaflet } from '../plan/plan.js';
import { standingOf } from './holds-bytes.js';
import type { RunState } from './run-state.js';

/** What became of a file: why it was written, or undefined where it stood as it would be; and what stood in its way. */
export interface Stood {
  readonly why: string | undefined;
  readonly faults: readonly Finding[];
}

/** A leaflet's file, whole and certified. */
export interface WholeFile {
  readonly sha256: string;
  readonly size: number;
  /** Put together anew at each asking. */
  bytes(): Uint8Array;
  /** Gives it its name, unless it stands there as it would be written. */
  stand(): Stood;
}

/** A leaflet that was made, or what was found that keeps it from being made. */
export interface MadeLeaflet {
  readonly leaflet: Leaflet;
  readonly form: LaidOutForm;
  readonly findings: readonly Finding[];
  readonly file: WholeFile | undefined;
  /** Why it is missing, where that lies neither in its words nor in its form. */
  readonly lost?: string | undefined;
}

/** Makes leaflets, and hands them over in the order in which they are given. Whoever takes no more of them ends it. */
export type MakeLeaflets = (leaflets: readonly Leaflet[]) => AsyncIterable<MadeLeaflet>;

/** Makes leaflets one by one, on this thread. */
export const makeHere = ({ certifier, outlet, files, record }: RunState): MakeLeaflets =>
  async function* (leaflets) {
    for (const leaflet of leaflets) {
      const { file: made, form, findings } = await certifier.certify(leaflet);
      const name = files.of(leaflet);
      const stand = (file: PressFile): Stood => {
        const earlier = record.reasons.earlierHash(name, leaflet);
        const why = record.reasons.whyWrite(
          standingOf(outlet.pathOf(name), file, earlier),
          leaflet,
        );
        return { why, faults: why === undefined ? [] : outlet.write(name, file.parts) };
      };
      yield { leaflet, form, findings, file: made && wholeFile(made, () => stand(made)) };
    }
  };

const wholeFile = (made: PressFile, stand: () => Stood): WholeFile => ({
  sha256: made.sha256,
  size: made.size,
  bytes: () => made.bytes,
  stand,
});
