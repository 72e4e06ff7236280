import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../dist/batch/heap-for-many.js', import.meta.url));

/** What a process says that looks after its heap, and then makes much that is soon of no use. */
function saidWith(leaflets: number) {
  const script = `
    import { keepHeapSmall } from ${JSON.stringify(BUILT)};
    keepHeapSmall(${leaflets});
    const passing = [];
    for (let at = 0; at < 2_000_000; at += 1) passing[at % 200_000] = { at };
    console.log(passing.length);
  `;
  const args = ['--input-type=module', '-e', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

// How far the heap grows is the bench's to tell: when V8 looks for what is of no use hangs on the machine.
describe('the heap of a run', () => {
  test.each([100, 100_000])('of %i leaflets is looked after without a word from V8', (leaflets) => {
    expect(saidWith(leaflets)).toEqual({ status: 0, stdout: '200000\n', stderr: '' });
  });
});
