import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { printFindings } from '../../src/diagnostics/print-finding.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { overlayOf, textOf } from '../support/fault-base.js';
import { changedWorld } from '../support/fault-workspace.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const folder = mkdtempSync(join(tmpdir(), 'safeleaf-languages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CAMPAIGN = 'campaigns/small/campaign.yaml';
const CARD = 'templates/receipt-wallet-insert';
const WELSH = join(import.meta.dirname, '../faults/preflight-language-artwork');

/** A card whose grounds, logo, icon and rule in a spot ink have their places; all its words are black, over the grounds too. */
const STYLE = `@page { size: 99mm 210mm; bleed: 3mm; marks: crop; }
panel { padding: 9mm 8mm 10mm; background-color: var(--paper); color: var(--text); }
#front { background-color: var(--ground); }
brand-logo { width: 40mm; margin-bottom: 6mm; }
.head { height: 36mm; border-bottom: 0.7mm solid var(--accent); }
.card { background-color: var(--ground-strong); border-radius: 3mm; padding: 4mm; height: 40mm; }
.scan { background-color: var(--paper); height: 52mm; padding: 5mm; }
.points { background-color: var(--ground-strong); border-radius: 3mm; padding: 4mm; height: 60mm; margin-bottom: 5mm; }
`;

const LEAFLET = `<panel name="front" id="front">
  <brand-logo></brand-logo>
  <div class="head"><h1>{{copy.front.title}}</h1></div>
  <div class="card"><contact-card contact="helper" show="name phone"></contact-card></div>
  <div class="scan"><qr-code contact="helper" field="url"></qr-code></div>
</panel>
<panel name="back">
  <div class="head"><h1>{{copy.back.title}}</h1></div>
  <div class="points">{{copy.back.points}}</div>
  <imprint></imprint>
</panel>
`;

/** The card in English and Welsh as files; `style` comes after its own. */
async function cards(name: string, template: string, style = '') {
  const world = await changedWorld((files) => {
    for (const [path, content] of Object.entries(overlayOf(WELSH))) files[path] = content;
    const [head = '', tail = ''] = textOf(files, CAMPAIGN).split(
      / {2}- template: parent[\s\S]*?\n(?= {2}- template)/,
    );
    files[CAMPAIGN] = `${head}${tail.replace('[en-GB]', '[en-GB, cy]')}`;
    files[`${CARD}/template.yaml`] = `${textOf(files, `${CARD}/template.yaml`)}${template}`;
    files[`${CARD}/style.css`] = `${STYLE}${style}`;
    files[`${CARD}/leaflet.hbs`] = LEAFLET;
  });
  const run = { draft: false, toolVersion: 'test' };
  const { value: ready, findings } = await prepare(world, 'small', run);
  if (ready === undefined) throw new Error(printFindings(findings).join('\n'));
  const press = openPressFor(ready, run);
  return ready.plan.leaflets.map((leaflet) => {
    const file = join(folder, `${name}-${leaflet.form.locale.tag}.pdf`);
    writeFileSync(file, press.write(leaflet).bytes);
    return file;
  });
}

/** Each plate of each page, marks and slug line too: `1 Cyan` to its dots. */
async function plates(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const out = mkdtempSync(join(folder, 'plates-'));
  const device = ['-sDEVICE=tiffsep', '-r200', '-sCompression=none', `-o${join(out, '%d.tif')}`];
  runProgram('gs', ['-q', '-dBATCH', '-dNOPAUSE', ...device, file]);
  const found = new Map<string, Buffer>();
  for (const name of readdirSync(out)) {
    const [, page, ink = ''] = /^(\d)\((.*)\)\.tif$/.exec(name) ?? [];
    if (page === undefined) continue;
    const picture = sharp(join(out, name)).extractChannel(0).raw();
    found.set(`${page} ${decodeURIComponent(ink)}`, await picture.toBuffer());
  }
  return found;
}

const isPrinted = (plate: Buffer | undefined): boolean => plate?.some((dot) => dot < 250) ?? false;

async function platesThatDiffer(files: readonly string[]): Promise<string[]> {
  const [english, welsh] = await Promise.all(files.map(plates));
  expect([...(english?.keys() ?? [])].sort()).toEqual([
    ...['1 Black', '1 Cyan', '1 Magenta', '1 Northstar Amber', '1 Yellow'],
    ...['2 Black', '2 Cyan', '2 Magenta', '2 Northstar Amber', '2 Yellow'],
  ]);
  expect([...(welsh?.keys() ?? [])].sort()).toEqual([...(english?.keys() ?? [])].sort());
  for (const [, plate] of english ?? []) expect(isPrinted(plate)).toBe(true);
  return [...(english ?? [])]
    .filter(([name, plate]) => welsh?.get(name)?.equals(plate) !== true)
    .map(([name]) => name)
    .sort();
}

describe.skipIf(!hasProgram('gs'))(needing('gs', 'the plates of two languages'), () => {
  test('differ in black alone where the template says so, to the dot', async () => {
    const files = await cards('black', 'languageChange: black-plate\n');
    expect(files).toHaveLength(2);
    expect(await platesThatDiffer(files)).toEqual(['1 Black', '2 Black']);
  });

  test('differ in more where a heading is in colour, and the template says nothing', async () => {
    const files = await cards('colour', '', 'h1 { color: var(--brand); }\n');
    expect(await platesThatDiffer(files)).toEqual(
      expect.arrayContaining(['1 Cyan', '1 Magenta', '1 Yellow', '2 Magenta']),
    );
  });
});

test('a template that says so and has a heading in colour is not printed', async () => {
  const printed = cards('wrong', 'languageChange: black-plate\n', 'h1 { color: var(--brand); }\n');
  await expect(printed).rejects.toThrow(
    /preflight\/language-change.*"Keep this with your receipt"/,
  );
});
