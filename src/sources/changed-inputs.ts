import { type Finding, finding } from '../diagnostics/finding.js';
import { sha256Hex } from '../units/hash.js';
import type { World } from '../world.js';
import type { Sources } from './sources.js';

/** Inputs that are no longer as they were read: somebody edited them while the run went on. */
export const changedInputs = (world: World, inputs: Sources['inputs']): readonly Finding[] =>
  inputs
    .filter(({ file, sha256 }) => hashNow(world, file) !== sha256)
    .map(({ file }) =>
      finding(
        'output/input-changed',
        { file },
        'the file has been changed since the run read it; the leaflets show what it said before',
        'run the same build again if they are to show the change',
      ),
    );

function hashNow(world: World, file: string): string | undefined {
  const read = world.read(file, Number.POSITIVE_INFINITY);
  return read.kind === 'bytes' ? sha256Hex(read.bytes) : undefined;
}
