import type { LaidOutPanel, PictureItem } from '../layout/laid-out.js';

/** The raster pictures of a panel. */
export const pictureItems = ({ items }: LaidOutPanel): readonly PictureItem[] =>
  items.filter((item) => item.kind === 'picture');
