import { Option } from 'commander';
import { ONLY_KEYS, type Only, parseOnly } from './only.js';
import { parsed } from './parsed.js';

/** Which leaflets of a campaign are made; may stand several times. Commander hands over one value at a time. */
export const onlyOption = (): Option =>
  new Option('--only <key=value...>', `only these leaflets; keys: ${ONLY_KEYS.join(', ')}`)
    .argParser<readonly Only[]>((text, before) => [...before, parsed(parseOnly)(text)])
    .default([], 'all');
