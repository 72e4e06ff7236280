import type { CopyDeck, Unit } from '../sources/copy-deck.js';
import type { Phone } from '../sources/phone.js';
import type { Template } from '../sources/template.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { chooseUnits } from './choose-units.js';
import type { Form } from './plan.js';

/** What a phone's leaflet says beside the phone's own values. */
export interface ChosenContent {
  /** Two contents with one number say the same. */
  readonly number: number;
  readonly units: Readonly<Record<string, Unit>>;
  /** Of a bilingual piece's second language. */
  readonly secondUnits: Readonly<Record<string, Unit>>;
  readonly chosenFor: Form['chosenFor'];
}

/**
 * Gives each phone its wordings. They hang on its system, maker and network alone, so they are chosen once for each
 * of these, however many phones there are.
 */
export function contentChooser(
  template: Template,
  deck: CopyDeck,
  second: CopyDeck | undefined,
): (phone: Phone) => ChosenContent {
  const decides = whatDecides([deck, ...(second ? [second] : [])], template);
  const chosen = new Map<string, ChosenContent>();
  const numbers = new Map<string, number>();
  const choose = (phone: Phone): ChosenContent => {
    const units = chooseUnits(deck, phone);
    const secondUnits = second ? chooseUnits(second, phone) : {};
    const chosenFor = decides(phone);
    const keys = [...Object.values(units), ...Object.values(secondUnits)].map(({ key }) => key);
    const content = JSON.stringify([keys, chosenFor]);
    const number = numbers.get(content) ?? numbers.size;
    numbers.set(content, number);
    return { number, units, secondUnits, chosenFor };
  };
  return (phone) => {
    const { os, maker, network } = phone;
    const key = `${os}\n${maker}\n${network}`;
    const known = chosen.get(key) ?? choose(phone);
    chosen.set(key, known);
    return known;
  };
}

/** Only what the deck or the template speaks of: a wallet card that names no network is one form for all networks. */
function whatDecides(
  decks: readonly CopyDeck[],
  template: Template,
): (phone: Phone) => Form['chosenFor'] {
  const copy = decks.flatMap(({ units }) => units.flatMap(wordingsOf).map(({ text }) => text));
  const words = [template.leaflet.text, ...copy].join('\n');
  const saysOs = words.includes('phone.os');
  const saysMaker = words.includes('phone.maker');
  const saysNetwork = words.includes('network.');
  return ({ os, maker, network }) => ({
    os: saysOs ? os : undefined,
    maker: saysMaker ? maker : undefined,
    network: saysNetwork ? network : undefined,
  });
}
