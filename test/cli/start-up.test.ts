import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { safeleaf, smallWorkspace } from './support/run-safeleaf.js';

test('the version is all that --version says: V8 knows every flag that it is given', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(safeleaf(['--version'], { cwd: smallWorkspace() })).toEqual({
    code: 0,
    out: `${version}\n`,
    err: '',
  });
});
