import { beforeAll, expect, test } from 'vitest';
import type { LaidOutForm } from '../../src/layout/laid-out.js';
import { openPressFor, prepare, type Ready } from '../../src/pipeline.js';
import { installedEyes } from '../../src/prove/installed-eyes.js';
import { openProver, proveFile } from '../../src/prove/open-prover.js';
import { FormUnpacker, packForm, packLeaflet } from '../../src/prove/packed-form.js';
import { shipped } from '../content/shipped.js';

const RUN = { draft: false, toolVersion: 'test' };
const NONE: ReadonlySet<string> = new Set();
let ready: Ready;

beforeAll(async () => {
  const { value } = await prepare(shipped, 'demo', RUN);
  if (!value) throw new Error('the demonstration is not ready');
  ready = value;
});

/** As another thread gets it: what is no plain data cannot be handed over. */
const handedOver = (form: LaidOutForm, known = NONE) => structuredClone(packForm(form, known));

const firstOf = (form: LaidOutForm) => {
  const leaflet = ready.plan.leaflets.find((it) => it.form === form.form);
  if (!leaflet) throw new Error(`no leaflet of ${form.form.id}`);
  return leaflet;
};

test('held against a packed form a file gives what it gives against the layout itself, faults and all', async () => {
  const press = openPressFor(ready, RUN);
  const prover = await openProver({ world: shipped });
  const unpacker = new FormUnpacker();
  let faults = 0;
  for (const form of ready.forms.slice(0, 1)) {
    const leaflet = firstOf(form);
    // Also the file of another form, so that there is something to find.
    for (const other of [form, ready.forms.at(-1) ?? form]) {
      const { bytes } = press.write(firstOf(other));
      const direct = await prover.prove(bytes, leaflet, form, NONE);
      const owed = unpacker.unpack(handedOver(form));
      const plain = structuredClone(packLeaflet(leaflet));
      const packed = await proveFile(installedEyes(), bytes, plain, owed, NONE);
      expect(packed).toEqual(direct);
      faults += direct.findings.length;
    }
  }
  expect(faults).toBeGreaterThan(10);
});

test('of panels that are proven only their places are packed', () => {
  const [form] = ready.forms;
  if (!form) throw new Error('no form');
  const panels = form.sides.flatMap((side) => side.panels.map(({ panel }) => panel));
  const known = new Set(panels.slice(1).map(({ key }) => key));
  const packed = handedOver(form, known).owed.sides.flatMap(({ panels: all }) => all);
  const [first, ...others] = packed.map(({ panel }) => panel.items.length);
  expect(first).toBe(panels[0]?.items.length);
  expect(others.every((items) => items === 0)).toBe(true);
  expect(packed.map(({ panel }) => panel.key)).toEqual(panels.map(({ key }) => key));
});
