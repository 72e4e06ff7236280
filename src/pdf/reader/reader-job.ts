import type { ReaderForm } from '../../reading/reader-form.js';
import type { PressJob } from '../press.js';

/** What all files of the reader edition share. */
export interface ReaderJob extends Omit<PressJob, 'forms'> {
  readonly forms: readonly ReaderForm[];
}
