import { Command } from 'commander';
import { approveCommand } from './approve.js';
import { copyStatusCommand } from './copy-status.js';
import { keygenCommand } from './keygen.js';
import type { Setting } from './setting.js';

/** `copy …`: what the charity does. */
export function copyCommand(setting: Setting): Command {
  return new Command('copy')
    .summary('approve the words: keygen, approve, status')
    .addCommand(keygenCommand(setting))
    .addCommand(approveCommand(setting))
    .addCommand(copyStatusCommand(setting));
}
