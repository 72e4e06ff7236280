import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import type { World } from '../world.js';
import { type Approval, ApprovalFile } from './approval.js';
import { readYamlFile } from './read-yaml-file.js';

const CODES = {
  missing: 'approval/unreadable',
  unreadable: 'approval/unreadable',
  wrong: 'approval/field',
  kind: 'approval',
} as const;

/** Where the approval of a deck lies. */
const approvalFile = (locale: string, deck: string): string =>
  `locales/${locale}/${deck}.approval.json`;

/** Reads `locales/<tag>/<deck>.approval.json`; no value and no finding where there is none. */
export function readApproval(world: World, locale: string, deck: string): Checked<Approval> {
  const file = approvalFile(locale, deck);
  if (world.read(file).kind === 'missing') return { value: undefined, findings: [] };
  const read = readYamlFile(world, file, ApprovalFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...from } = read.value;
  const value: Approval = { ...written, ...from };
  return { value, findings: wrongOrder(value) };
}

function wrongOrder({ approvedOn, endsOn, locate }: Approval): Finding[] {
  if (approvedOn <= endsOn) return [];
  const problem = `the approval ends on ${endsOn}, before it begins on ${approvedOn}`;
  const fix = 'ask the approver to approve again with an end date that lies ahead';
  return [finding(CODES.wrong, locate(['endsOn']), problem, fix)];
}
