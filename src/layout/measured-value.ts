import type { SlotNode } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { PlainLook } from '../typeset/plain-look.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { slotValue } from './slot-value.js';

/** How wide a record's value is in its slot's type, mm, and what is wrong with its letters. */
interface MeasuredValue {
  readonly width: number;
  readonly findings: readonly Finding[];
}

/** All values of a slot, measured. */
export interface MeasuredValues {
  /** The widest, mm. */
  readonly widest: number;
  /** Only those with something wrong with their letters. */
  readonly faulty: ReadonlyMap<string, readonly Finding[]>;
}

/** What a run has measured in one look. */
interface MeasuredLook {
  /** The values as they stand in the catalogue -> what came of all of them. */
  readonly all: WeakMap<readonly string[], MeasuredValues>;
  /** Only of values that are set as paragraphs are; numbers are kept, not the shaped text. */
  readonly each: Map<string, MeasuredValue>;
  readonly plain: PlainLook | undefined;
}

/**
 * Measures a slot's values, once for each look that they take: every form of a run holds every value of
 * the catalogue, and there may be a hundred thousand.
 */
export function measureValues(node: SlotNode, typesetter: Typesetter): MeasuredValues {
  const look = lookOf(node, typesetter);
  const known = look.all.get(node.values);
  if (known) return known;
  look.plain?.add(node.values);
  let widest = 0;
  const faulty = new Map<string, readonly Finding[]>();
  for (const value of node.values) {
    const { width, findings } = measure(look, node, value, typesetter);
    widest = Math.max(widest, width);
    if (findings.length > 0) faulty.set(value, findings);
  }
  const made = { widest, faulty };
  look.all.set(node.values, made);
  return made;
}

/** How wide one value of a slot is, mm. */
export const valueWidth = (node: SlotNode, value: string, typesetter: Typesetter): number =>
  measure(lookOf(node, typesetter), node, value, typesetter).width;

/** How a slot's values are set that need no paragraph of their own; undefined where its look has a fault. */
export const plainLook = (node: SlotNode, typesetter: Typesetter): PlainLook | undefined =>
  lookOf(node, typesetter).plain;

const FAULTLESS: readonly Finding[] = [];

function measure(
  { plain, each }: MeasuredLook,
  node: SlotNode,
  value: string,
  typesetter: Typesetter,
): MeasuredValue {
  const line = plain?.line(value);
  if (line) return { width: line.width, findings: FAULTLESS };
  const kept = each.get(value) ?? measureNow(node, value, typesetter);
  each.set(value, kept);
  return kept;
}

function measureNow(node: SlotNode, value: string, typesetter: Typesetter): MeasuredValue {
  const paragraph = slotValue(node, value);
  const { width } = typesetter.measure(paragraph, Number.POSITIVE_INFINITY);
  const findings = typesetter.check(paragraph);
  return { width, findings: findings.length === 0 ? FAULTLESS : findings };
}

const looks = new WeakMap<Typesetter, Map<string, MeasuredLook>>();

const names = new WeakMap<SlotNode, string>();

function lookOf(node: SlotNode, typesetter: Typesetter): MeasuredLook {
  const all = looks.get(typesetter) ?? new Map<string, MeasuredLook>();
  looks.set(typesetter, all);
  const name = nameOf(node);
  const known = all.get(name);
  if (known) return known;
  const plain = typesetter.plain(slotValue(node, SAMPLE));
  const look = { all: new WeakMap(), each: new Map(), plain };
  all.set(name, look);
  return look;
}

/** A letter in which a look is tried. */
const SAMPLE = 'A';

/** All that a value's width and findings hang on, beside the value. */
function nameOf(node: SlotNode): string {
  const known = names.get(node) ?? JSON.stringify([node.field, node.text, node.place]);
  names.set(node, known);
  return known;
}
