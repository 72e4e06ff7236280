import { finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { Network } from '../sources/contact-register.js';
import type { Composition, Words } from './composition.js';

/** The words of the network that this form is for: its name, or one of its short codes. */
export function networkWords(
  it: Composition,
  [what, ...rest]: readonly string[],
  asked: Place,
): Words | undefined {
  const network = networkOf(it, asked);
  if (!network) return undefined;
  if (what === 'code') return codeWords(it, network, rest.join('.'), asked);
  const { register } = it;
  const place = register.locate(['networks', network.id, 'name']);
  if (what === 'id')
    return {
      text: network.id,
      origin: { kind: 'field', path: 'network.id' },
      isolate: true,
      place,
    };
  const ref = `${register.country}.network.${network.id}.name`;
  return { text: network.name, origin: { kind: 'contact', ref }, isolate: true, place };
}

function networkOf(it: Composition, asked: Place): Network | undefined {
  const { register, form } = it;
  const id = form.chosenFor.network;
  const network =
    id !== undefined && Object.hasOwn(register.networks, id) ? register.networks[id] : undefined;
  if (network) return network;
  const fix =
    id === undefined
      ? 'give the phones of the catalogue a network'
      : nameOneOf(id, Object.keys(register.networks));
  const problem =
    id === undefined ? 'the phone names no network' : `"${id}" is no network of ${register.file}`;
  it.report(finding('field/missing', asked, problem, fix));
  return undefined;
}

function codeWords(
  it: Composition,
  network: Network,
  name: string,
  asked: Place,
): Words | undefined {
  const { register } = it;
  const code = Object.hasOwn(network.codes, name) ? network.codes[name] : undefined;
  const place = register.locate(['networks', network.id, 'codes', name]);
  if (!code) {
    const there = Object.keys(network.codes);
    const problem = `${network.name} has no short code "${name}"`;
    const other = there.length === 0 ? '' : `; or ${nameOneOf(name, there)}`;
    const fix = `write a wording for this network without it (when: { network: ${network.id} })${other}`;
    it.report(finding('contact/no-field', asked, problem, fix));
    return undefined;
  }
  if (code.confirmedOn === null && !it.mayPrintUnconfirmed)
    it.report(
      finding(
        'contact/unconfirmed',
        place,
        `the short code "${name}" of ${network.name} has not been confirmed by its operator`,
        'ask the operator, then write the day as confirmedOn: in the register',
      ),
    );
  const ref = `${register.country}.network.${network.id}.${name}`;
  return { text: code.shown, origin: { kind: 'contact', ref }, isolate: true, place };
}
