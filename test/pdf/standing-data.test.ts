import { expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { SharedBytes, type StandingData } from '../../src/pdf/standing-data.js';
import { StandingFile } from '../../src/pdf/standing-file.js';
import { leaflet, pressJob } from './support/builders.js';

function pressed() {
  const press = openPress(pressJob());
  if (!press.type) throw new Error('this press keeps no files standing');
  return { write: press.write, ...press.type };
}

/** As a thread gets it: what is no plain data cannot be handed over. */
const handedOver = (data: StandingData) => structuredClone(new SharedBytes().standing(data));

test('another thread makes of plain data the file that the press makes', () => {
  const { write, standing, own } = pressed();
  const one = leaflet();
  const file = new StandingFile(handedOver(standing(one)));
  const made = file.fill(structuredClone(own(one).words));
  const { bytes, sha256, size } = write(one);
  expect(Buffer.concat(made.parts).equals(bytes)).toBe(true);
  expect(made).toMatchObject({ sha256, size });
});

test('handing it over copies no bytes, and forms share what they have alike', () => {
  const { standing } = pressed();
  const data = standing(leaflet());
  const shared = new SharedBytes();
  const [first, second] = [structuredClone(shared.standing(data)), shared.standing(data)];
  expect(first.parts.length).toBeGreaterThan(2);
  for (const [at, part] of first.parts.entries()) {
    expect(part.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(part).not.toBe(data.parts[at]);
    if (part.length > 0) part[0] = 65;
    expect(second.parts[at]?.[0]).toBe(part[0]);
  }
});
