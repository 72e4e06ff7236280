import { Option } from 'commander';

/** Which edition of each leaflet is made. */
export const editionOption = (): Option =>
  new Option(
    '--edition <edition>',
    'print: for the press; reader: tagged, for a screen; all: both (default: as the campaign says)',
  ).choices(['print', 'reader', 'all']);
