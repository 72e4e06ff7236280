import { type Files, textOf } from '../../support/fault-base.js';

/** A unit of 10 MB. */
export default function make(files: Files): void {
  const deck = textOf(files, 'locales/en-GB/parent.yaml');
  files['locales/en-GB/parent.yaml'] = deck.replace('Goes with your', 'Talk. '.repeat(1_750_000));
}
