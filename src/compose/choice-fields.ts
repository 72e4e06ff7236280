import type { ContactRegister } from '../sources/contact-register.js';
import type { Composition } from './composition.js';

/** What copy may choose its words by: a closed list, or a whole number. */
export type ChoiceField =
  | {
      readonly kind: 'select';
      readonly values: readonly string[];
      readonly value: (it: Composition) => string | undefined;
    }
  | {
      readonly kind: 'plural';
      /** The numbers that it can be. */
      readonly from: number;
      readonly to: number;
      readonly value: (it: Composition) => number;
    };

/** Days of a month, for a shelf life in months: the mean of the calendar, rounded down so that no leaflet lies too long. */
const DAYS_OF_MONTH = 30.4375;

/** The most that campaign.yaml may say. */
const MOST_DAYS = 3650;

/** Whole months that the campaign's leaflets may lie in their boxes. */
export const shelfLifeMonths = (days: number): number => Math.floor(days / DAYS_OF_MONTH);

/** The typed fields that copy may choose its words by. */
export function choiceFields(register: ContactRegister): Readonly<Record<string, ChoiceField>> {
  return {
    'phone.os': {
      kind: 'select',
      values: ['ios', 'android'],
      value: ({ form }) => form.chosenFor.os,
    },
    'network.id': {
      kind: 'select',
      values: Object.keys(register.networks),
      value: ({ form }) => form.chosenFor.network,
    },
    'campaign.shelfLifeDays': {
      kind: 'plural',
      from: 1,
      to: MOST_DAYS,
      value: ({ campaign }) => campaign.shelfLifeDays,
    },
    'campaign.shelfLifeMonths': {
      kind: 'plural',
      from: 0,
      to: shelfLifeMonths(MOST_DAYS),
      value: ({ campaign }) => shelfLifeMonths(campaign.shelfLifeDays),
    },
  };
}
