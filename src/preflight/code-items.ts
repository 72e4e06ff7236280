import type { CodeItem, LaidOutPanel } from '../layout/laid-out.js';

/** The QR codes of a panel. */
export const codeItems = ({ items }: LaidOutPanel): readonly CodeItem[] =>
  items.filter((item) => item.kind === 'code');
