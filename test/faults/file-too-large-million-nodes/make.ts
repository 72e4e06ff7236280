import type { Files } from '../../support/fault-base.js';

/** A drawing of a million nodes. */
export default function make(files: Files): void {
  const dot = '<rect width="1" height="1" fill="var(--brand)"/>';
  files['brand-kits/northstar/logo.svg'] =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30">\n${dot.repeat(1_000_000)}</svg>`;
}
