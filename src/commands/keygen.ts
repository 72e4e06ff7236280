import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { newKeyPair } from '../approval/key-pair.js';
import { cannotWrite } from '../batch/atomic-file.js';
import { finding } from '../diagnostics/finding.js';
import { EXIT } from './exit-code.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';

interface KeygenOptions {
  readonly json: boolean;
}

/** `copy keygen`: a key pair for an approver. The private half is readable by its owner alone. */
export function keygenCommand(setting: Setting): Command {
  return new Command('keygen')
    .summary('make a key to approve with')
    .argument('<file>', 'where the private key goes, such as charity.key; keep it secret')
    .option('--json', 'one object on stdout instead of text', false)
    .addHelpText('after', '\nExample:\n  safeleaf copy keygen charity.key')
    .action((file: string, options: KeygenOptions) => keygen(file, options, setting));
}

function keygen(file: string, { json }: KeygenOptions, { terminal, cwd, exit }: Setting): void {
  const path = resolve(cwd, file);
  if (existsSync(path)) {
    const there = finding(
      'copy/key-exists',
      { file },
      'a file of this name is already there',
      'name another file; a key that has signed approvals must not be lost',
    );
    reportFindings([there], terminal, json);
    exit(EXIT.findings);
    return;
  }
  const { privatePem, publicKey } = newKeyPair();
  try {
    // Only its owner may read a private key (mode 600); the flag refuses a file that appeared meanwhile.
    writeFileSync(path, privatePem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    reportFindings([cannotWrite(error, file)], terminal, json);
    exit(EXIT.findings);
    return;
  }
  if (json) {
    say(terminal, { event: 'made', file, publicKey });
    return;
  }
  terminal.out(file);
  terminal.err(
    'Keep this file secret. Give campaigns the public half, under trust: in campaign.yaml:',
  );
  terminal.err(`  - name: "…"\n    publicKey: "${publicKey}"`);
}
