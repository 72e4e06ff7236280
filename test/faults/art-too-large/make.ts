import type { Files } from '../../support/fault-base.js';

/** As many nodes as two million characters can hold. */
export default function make(files: Files): void {
  files['brand-kits/northstar/logo.svg'] =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30">\n${'<g/>'.repeat(500_000)}</svg>`;
}
