import { type Files, textOf } from '../../support/fault-base.js';

/** The old tag of Hebrew, which is he now. */
export default function make(files: Files): void {
  files['locales/iw/locale.yaml'] = files['locales/en-GB/locale.yaml'] ?? '';
  files['locales/iw/parent.yaml'] = textOf(files, 'locales/en-GB/parent.yaml').replace('en-GB', 'iw');
}
