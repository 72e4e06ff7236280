import type { Unit } from '../sources/copy-deck.js';
import { type Branch, type Choice, readChoices } from './read-choices.js';

/** What is chosen by each field, such as `phone.os` -> `ios`: the key of a branch. */
export type Picks = Readonly<Record<string, string>>;

/** A unit as it reads for certain picks. */
export interface Expansion {
  readonly picks: Picks;
  readonly unit: Unit;
}

/** Most ways in which a unit may read. Our choice: what an approver can still compare. */
export const MOST_EXPANSIONS = 24;

/** Every way in which a unit may read; one, the unit itself, where nothing is chosen. */
export function expansionsOf(unit: Unit): readonly Expansion[] {
  const { parts } = readChoices(unit.text);
  const choices = parts.filter((it): it is Choice => it.kind === 'choice');
  if (choices.length === 0) return [{ picks: {}, unit }];
  const keys = new Map<string, Set<string>>();
  for (const { field, branches } of choices) {
    const known = keys.get(field) ?? new Set();
    for (const { key } of branches) known.add(key);
    keys.set(field, known);
  }
  let all: Picks[] = [{}];
  for (const [field, of] of keys)
    all = all
      .flatMap((picks) => [...of].map((key) => ({ ...picks, [field]: key })))
      .slice(0, MOST_EXPANSIONS + 1);
  return all.map((picks) => ({ picks, unit: withPicks(unit, ({ field }) => picks[field]) }));
}

/** A unit in the words that are picked; where no branch has the key, those of `other`. */
export function withPicks(unit: Unit, pick: (choice: Choice) => string | undefined): Unit {
  const { parts } = readChoices(unit.text);
  if (parts.length === 1) return unit;
  let text = '';
  const lines = [0];
  for (const part of parts) {
    const words = part.kind === 'text' ? part : branchOf(part, pick(part));
    if (!words) continue;
    for (let at = words.text.indexOf('\n'); at >= 0; at = words.text.indexOf('\n', at + 1))
      lines.push(lineOf(unit, words.at + at + 1));
    text += words.text;
  }
  return { ...unit, text, lines };
}

const branchOf = ({ branches }: Choice, key: string | undefined): Branch | undefined =>
  branches.find((it) => it.key === key) ?? branches.find((it) => it.key === 'other');

const lineOf = ({ text }: Unit, at: number): number => text.slice(0, at).split('\n').length - 1;
