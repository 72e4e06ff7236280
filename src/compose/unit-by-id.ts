import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Unit } from '../sources/copy-deck.js';
import { checkChoices } from './check-choices.js';
import { checkCopy } from './check-copy.js';
import type { Composition } from './composition.js';
import { withPicks } from './expand-choices.js';
import { pickBranch } from './pick-branch.js';

/** The wording of a unit for this form's phones, checked, its choices made; a unit that is not there is reported. */
export function unitById(it: Composition, id: string, asked: Place): Unit | undefined {
  const { units, deck, locale } = it.form;
  const unit = Object.hasOwn(units, id) ? units[id] : undefined;
  if (!unit) {
    it.report(missing(it, id, asked));
    return undefined;
  }
  for (const found of copyFindings(unit, it)) it.report({ locale: locale.tag, ...found });
  if (unit.reviewBy !== undefined && unit.reviewBy < it.campaign.printOn)
    it.report(
      finding(
        'copy/out-of-date',
        unit.place,
        `"${unit.key}" was to be looked at again by ${unit.reviewBy}; the leaflets print on ${it.campaign.printOn}`,
        `follow the steps on a phone, then write the new days into ${deck.file}`,
        { locale: locale.tag, sentence: unit.text },
      ),
    );
  return withPicks(unit, (choice) => pickBranch(choice, it));
}

function missing({ form }: Composition, id: string, asked: Place) {
  const { deck, locale, units } = form;
  const others = deck.units.filter((unit) => unit.id === id).map(({ key }) => key);
  const problem =
    others.length > 0
      ? `no wording of "${id}" in ${deck.file} is for some phones of the catalogue`
      : `"${id}" is not in ${deck.file}`;
  const fix =
    others.length > 0
      ? `add one without when:, or one for them; there are: ${others.join(', ')}`
      : `${nameOneOf(id, Object.keys(units))}; or add the unit to the deck`;
  const code = others.length > 0 ? 'copy/missing-for-phone' : 'copy/missing';
  return finding(code, asked, problem, fix, { locale: locale.tag });
}

const checked = new WeakMap<Unit, { register: ContactRegister; findings: readonly Finding[] }>();

/** A unit's own faults; many forms print the same unit, so it is looked at once. */
function copyFindings(unit: Unit, { register, form }: Composition): readonly Finding[] {
  const kept = checked.get(unit);
  if (kept?.register === register) return kept.findings;
  const findings = [...checkChoices(unit, register, form.locale.tag), ...checkCopy(unit, register)];
  checked.set(unit, { register, findings });
  return findings;
}
