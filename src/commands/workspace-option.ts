import { Option } from 'commander';

/** Where campaigns, brand kits, locales and templates lie. */
export const workspaceOption = (): Option =>
  new Option(
    '-w, --workspace <folder>',
    'the folder that holds campaigns, brand-kits, locales and templates',
  ).default('.');
