import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usedWords } from '../../src/compose/used-words.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { openPressFor, openReaderEdition, prepare, type Ready } from '../../src/pipeline.js';
import { checkCampaign } from '../support/check-campaign.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { ALT, pictureWorld } from '../support/picture-campaign.js';

const RUN = { draft: false, toolVersion: 'test' };
const folder = mkdtempSync(join(tmpdir(), 'safeleaf-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function made(options?: Parameters<typeof pictureWorld>[0]) {
  const { value, findings } = await prepare(await pictureWorld(options), 'small', RUN);
  if (value === undefined) throw new Error(`it does not print: ${JSON.stringify(findings)}`);
  const leaflet = cardOf(value);
  const pdf = openPressFor(value, RUN).write(leaflet).bytes;
  const reader = openReaderEdition(value, RUN);
  return { ready: value, pdf, read: reader.press.write(leaflet).bytes, page: reader.page(leaflet) };
}

function cardOf({ plan }: Ready) {
  const leaflet = plan.leaflets.find(({ form }) => form.template.id === 'receipt-wallet-insert');
  if (leaflet === undefined) throw new Error('the campaign makes no card');
  return leaflet;
}

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

describe('a picture of the template', () => {
  let card: Awaited<ReturnType<typeof made>>;
  let print: string;
  let read: string;
  beforeAll(async () => {
    card = await made({ style: 'picture { width: 60mm; height: 45mm; }' });
    print = fileOf('print.pdf', card.pdf);
    read = fileOf('read.pdf', card.read);
  });

  test('passes every check, up to the finished file read back', async () => {
    expect(await checkCampaign(await pictureWorld())).toEqual([]);
  });

  test('stands in its box, cut to its proportions from the middle', () => {
    const panel = card.ready.forms
      .flatMap(({ sides }) => sides.flatMap(({ panels }) => panels.map((it) => it.panel)))
      .find(({ items }) => items.some(({ kind }) => kind === 'picture'));
    const item = panel?.items.find((it) => it.kind === 'picture');
    expect(item).toMatchObject({
      box: { width: 60, height: 45 },
      crop: { x: 66, y: 0, width: 1067, height: 800 },
      alt: ALT,
    });
  });

  test.skipIf(!hasProgram('pdfimages'))(
    needing(
      'pdfimages',
      'is one object of four inks in print, of three colours for a reader, never enlarged',
    ),
    () => {
      const rows = (file: string) =>
        runProgram('pdfimages', ['-list', file]).out.trim().split('\n').slice(2);
      expect(rows(print)).toHaveLength(1);
      // Finer than 450 pixels an inch, so brought down to 300.
      expect(rows(print)[0]).toMatch(
        / image\s+709\s+531\s+cmyk\s+4\s+8\s+image\s+no .* 300\s+300 /,
      );
      expect(rows(read)[0]).toMatch(/ image\s+709\s+531\s+rgb\s+3\s+8 /);
    },
  );

  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'leaves whole files'), () => {
    for (const file of [print, read])
      expect(runProgram('qpdf', ['--check', file]).out).toContain(
        'No syntax or stream encoding errors',
      );
  });

  test.skipIf(!hasProgram('gs'))(
    needing('gs', 'puts down no more ink than the press takes, measured on the plates'),
    () => {
      const raw = join(folder, 'plates.pam');
      runProgram('gs', [
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-dSAFER',
        '-dLastPage=1',
        '-sDEVICE=pamcmyk32',
        '-r72',
        `-sOutputFile=${raw}`,
        print,
      ]);
      const bytes = readFileSync(raw);
      const pixels = bytes.subarray(bytes.indexOf('ENDHDR\n') + 7);
      const sums: number[] = [];
      // Inside the trim: registration marks print on all plates.
      const width = Number(/WIDTH (\d+)/.exec(bytes.toString('latin1', 0, 80))?.[1]);
      const height = pixels.length / 4 / width;
      for (let y = 36; y < height - 36; y++)
        for (let x = 36; x < width - 36; x++) {
          const at = (y * width + x) * 4;
          sums.push([0, 1, 2, 3].reduce((sum, ink) => sum + (pixels[at + ink] ?? 0), 0) / 255);
        }
      const most = sums.reduce((a, b) => Math.max(a, b), 0);
      expect(most).toBeGreaterThan(2);
      expect(most).toBeLessThanOrEqual(3.02);
    },
  );

  test('is said by its approved words in the reader edition, the PDF and the page', () => {
    const html = new TextDecoder().decode(card.page);
    expect(html).toContain(`role="img" aria-label="${ALT}"`);
    expect(html).toContain('<image width="60" height="45" href="data:image/png;base64,');
    expect(html).toContain('img-src data:');
    expect(Buffer.from(card.read).toString('latin1')).toContain('/Figure');
  });

  test('gives the same bytes in a second run', async () => {
    const again = await made({ style: 'picture { width: 60mm; height: 45mm; }' });
    expect(Buffer.compare(Buffer.from(again.pdf), Buffer.from(card.pdf))).toBe(0);
  });
});

test('what is said for a picture is judged by the approval, like every printed word', async () => {
  const { value } = await prepare(await pictureWorld(), 'small', RUN);
  const card = value?.composed.find(({ form }) => form.template.id === 'receipt-wallet-insert');
  expect(card && usedWords(card).units).toContain('front.picture');
});

test('a picture at the edge of the paper runs on through the bleed', async () => {
  const style = 'picture { position: absolute; left: 0; top: 150mm; width: 99mm; height: 60mm; }';
  const { ready } = await made({ style });
  const item = ready.forms
    .flatMap(({ sides }) => sides.flatMap(({ panels }) => panels.flatMap((it) => it.panel.items)))
    .find(({ kind }) => kind === 'picture');
  expect(item).toMatchObject({ box: { x: -3, y: 150, width: 105, height: 63 } });
});

test('words on a picture, and a picture past the paper, are found', async () => {
  const codes = async (style: string) =>
    (await checkCampaign(await pictureWorld({ style }))).map(({ code }: Finding) => code);
  const over = 'picture { position: absolute; left: 8mm; top: 8mm; width: 60mm; }';
  expect(await codes(over)).toContain('layout/overlap');
  const past = 'picture { position: absolute; left: 60mm; top: 120mm; width: 60mm; }';
  expect(await codes(past)).toContain('layout/outside-live');
});
