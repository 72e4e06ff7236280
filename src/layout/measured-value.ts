import type { SlotNode } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { slotValue } from './slot-value.js';

/** How wide a record's value is in its slot's type, mm, and what is wrong with its letters. */
export interface MeasuredValue {
  readonly width: number;
  readonly findings: readonly Finding[];
}

const measured = new WeakMap<Typesetter, Map<string, Map<string, MeasuredValue>>>();

const looks = new WeakMap<SlotNode, string>();

/**
 * Measures a value, once for each look that it takes: every form of a run holds every value of the
 * catalogue, and there may be thousands. Numbers are kept, not the shaped text.
 */
export function measureValue(node: SlotNode, value: string, typesetter: Typesetter): MeasuredValue {
  const looksOf = measured.get(typesetter) ?? new Map<string, Map<string, MeasuredValue>>();
  measured.set(typesetter, looksOf);
  const look = lookOf(node);
  const known = looksOf.get(look) ?? new Map<string, MeasuredValue>();
  looksOf.set(look, known);
  const kept = known.get(value) ?? measureNow(node, value, typesetter);
  known.set(value, kept);
  return kept;
}

const FAULTLESS: readonly Finding[] = [];

function measureNow(node: SlotNode, value: string, typesetter: Typesetter): MeasuredValue {
  const paragraph = slotValue(node, value);
  const { width } = typesetter.measure(paragraph, Number.POSITIVE_INFINITY);
  const findings = typesetter.check(paragraph);
  return { width, findings: findings.length === 0 ? FAULTLESS : findings };
}

/** All that a value's width and findings hang on, beside the value. */
function lookOf(node: SlotNode): string {
  const known = looks.get(node) ?? JSON.stringify([node.field, node.text, node.place]);
  looks.set(node, known);
  return known;
}
