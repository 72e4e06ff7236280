import { APPROVAL_CODES } from './codes/approval.js';
import { BATCH_CODES } from './codes/batch.js';
import { BRAND_CODES } from './codes/brand.js';
import { CACHE_CODES } from './codes/cache.js';
import { COMMAND_CODES } from './codes/commands.js';
import { COMPOSE_CODES } from './codes/compose.js';
import { LAYOUT_CODES } from './codes/layout.js';
import { PACK_CODES } from './codes/pack.js';
import { PDF_CODES } from './codes/pdf.js';
import { PLAN_CODES } from './codes/plan.js';
import { PROVE_CODES } from './codes/prove.js';
import { RULE_CODES } from './codes/rule.js';
import { SOURCES_CODES } from './codes/sources.js';
import { TYPESET_CODES } from './codes/typeset.js';

/** Every finding that safeleaf can report: how grave it is, and why it matters on paper. */
export const CODES = {
  ...SOURCES_CODES,
  ...BRAND_CODES,
  ...APPROVAL_CODES,
  ...PLAN_CODES,
  ...COMPOSE_CODES,
  ...TYPESET_CODES,
  ...LAYOUT_CODES,
  ...PDF_CODES,
  ...PROVE_CODES,
  ...RULE_CODES,
  ...CACHE_CODES,
  ...BATCH_CODES,
  ...PACK_CODES,
  ...COMMAND_CODES,
};

/** The stable name of a finding, `area/what`. */
export type FindingCode = keyof typeof CODES;
