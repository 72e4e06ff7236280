import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { sha256Hex } from '../../src/units/hash.js';
import { leaflet, PROFILE, pressJob, TRIFOLD, trifold } from './support/builders.js';
import { boxInMm, pageContent, pageForms, readPdf, streamText } from './support/read-pdf.js';

const NO_MARKS = { crop: false, fold: false, registration: false, slug: false, margin: 12 };

const write = (over: Parameters<typeof pressJob>[0] = {}) =>
  openPress(pressJob(over)).write(leaflet()).bytes;

describe('the page of a leaflet', () => {
  test('has trim, bleed and paper to a hundredth of a millimetre', async () => {
    const pages = (await readPdf(write())).getPages();
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(boxInMm(page, 'TrimBox')).toEqual([12, 12, 297, 210]);
      expect(boxInMm(page, 'BleedBox')).toEqual([9, 9, 303, 216]);
      expect(boxInMm(page, 'MediaBox')).toEqual([0, 0, 321, 234]);
    }
  });

  test('ends at the bleed where the press wants no marks', async () => {
    const [page] = (await readPdf(write({ profile: { ...PROFILE, marks: NO_MARKS } }))).getPages();
    expect(page && boxInMm(page, 'MediaBox')).toEqual([0, 0, 303, 216]);
    expect(page && boxInMm(page, 'TrimBox')).toEqual([3, 3, 297, 210]);
    expect(page && pageContent(page)).not.toMatch(/ CS | S$/m);
  });

  test('has no crop box, no unit of its own, no annotation, no action', async () => {
    const pdf = await readPdf(write());
    for (const page of pdf.getPages()) {
      for (const key of ['CropBox', 'UserUnit', 'Annots', 'AA', 'ArtBox', 'Rotate']) {
        expect(page.node.has(PDFName.of(key)), key).toBe(false);
      }
      expect(page.node.lookup(PDFName.of('Group'), PDFDict).get(PDFName.of('CS'))).toBe(
        PDFName.of('DeviceCMYK'),
      );
    }
    for (const key of ['Names', 'OpenAction', 'AcroForm', 'AA']) {
      expect(pdf.catalog.has(PDFName.of(key)), key).toBe(false);
    }
  });

  test('paints its panels by reference, and no form is a group', async () => {
    const [inside] = (await readPdf(write())).getPages();
    if (inside === undefined) throw new Error('no page');
    const forms = pageForms(inside);
    expect([...forms.keys()].sort()).toEqual(['O', 'P0', 'P1', 'P2']);
    for (const name of forms.keys()) expect(pageContent(inside)).toContain(`/${name} Do`);
    for (const form of forms.values()) expect(form.dict.has(PDFName.of('Group'))).toBe(false);
  });

  test('puts a slot over its panel and a notice over both', async () => {
    const [inside] = (await readPdf(write())).getPages();
    const content = inside === undefined ? '' : pageContent(inside);
    const slot = content.indexOf(' 9 Tf');
    expect(content.indexOf('/P2 Do')).toBeLessThan(slot);
    expect(slot).toBeLessThan(content.indexOf('/O Do'));
  });
});

describe('what a file says of itself', () => {
  test('PDF 1.6, its locale, its day at midnight UTC, not trapped', async () => {
    const bytes = write();
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.6');
    expect([...bytes.subarray(9, 14)].slice(1).every((byte) => byte > 127)).toBe(true);
    const pdf = await readPdf(bytes);
    expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(en-GB)');
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(pdf.getModificationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    expect(info.lookup(PDFName.of('Trapped'))).toBe(PDFName.of('False'));
    expect(pdf.getTitle()).toBe(
      'Christmas <2026>: For parents & carers, Northstar, en-GB, Kite Air 0, SL-7K3M-0000',
    );
  });

  test('its XMP is XML, names PDF/X-4 and agrees with Info, whatever stands in the title', async () => {
    const pdf = await readPdf(write());
    const xmp = Buffer.from(streamText(pdf.catalog.lookup(PDFName.of('Metadata'))), 'latin1');
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => texts.push(text));
    parser.write(xmp.toString('utf8').replace('\uFEFF', '')).close();
    expect(texts).toContain('PDF/X-4');
    expect(texts).toContain(pdf.getTitle());
    expect(texts).toContain('2026-11-23T00:00:00Z');
  });

  test('its output intent holds the press profile itself', async () => {
    const pdf = await readPdf(write());
    const intents = pdf.catalog.lookup(PDFName.of('OutputIntents')) as never as {
      size(): number;
      lookup(at: number): PDFDict;
    };
    expect(intents.size()).toBe(1);
    const intent = intents.lookup(0);
    const profile = streamText(intent.lookup(PDFName.of('DestOutputProfile')));
    expect(sha256Hex(Buffer.from(profile, 'latin1'))).toBe(sha256Hex(PROFILE.icc));
    expect(intent.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFX'));
  });
});

describe('two runs', () => {
  test('give the same bytes', () => {
    expect(sha256Hex(write())).toBe(sha256Hex(write()));
  });

  test('give the same bytes in Tokyo and in St John’s', () => {
    const before = process.env.TZ;
    const inZone = (zone: string) => {
      process.env.TZ = zone;
      return { offset: new Date(2026, 10, 23).getTimezoneOffset(), hash: sha256Hex(write()) };
    };
    const tokyo = inZone('Asia/Tokyo');
    const stJohns = inZone('America/St_Johns');
    process.env.TZ = before ?? '';
    expect(tokyo.offset).not.toBe(stJohns.offset);
    expect(tokyo.hash).toBe(stJohns.hash);
  });

  test('give each leaflet an identity of its own', async () => {
    const leaflets = [leaflet(1), leaflet(2)];
    const press = openPress(pressJob({ leaflets }));
    const ids = leaflets.map((it) => {
      const text = Buffer.from(press.write(it).bytes).toString('latin1');
      return /\/ID \[<([0-9a-f]{32})>/.exec(text)?.[1];
    });
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('many leaflets', () => {
  test('share the bytes of their panels and fonts', async () => {
    const leaflets = [leaflet(1), leaflet(2)];
    const press = openPress(pressJob({ leaflets }));
    const [one, two] = await Promise.all(leaflets.map((it) => readPdf(press.write(it).bytes)));
    const panel = (pdf: typeof one) => {
      const page = pdf?.getPages()[0];
      return page && streamText(pageForms(page).get('P0'));
    };
    expect(panel(one)).toBe(panel(two));
    expect(panel(one)).toContain('Tf');
  });

  test('a panel drawn alone has the bytes that it has among others', async () => {
    const whole = trifold();
    const [inside, outside] = whole.sides;
    if (inside === undefined || outside === undefined) throw new Error('no sides');
    const others = { ...whole, sides: [outside, inside] };
    const pageOf = async (sides: typeof whole, at: number) =>
      (await readPdf(write({ forms: [sides] }))).getPages()[at];
    const [first, second] = [await pageOf(whole, 0), await pageOf(others, 1)];
    if (first === undefined || second === undefined) throw new Error('no pages');
    for (const name of ['P0', 'P1', 'P2']) {
      expect(streamText(pageForms(first).get(name))).toBe(streamText(pageForms(second).get(name)));
    }
  });

  test('tell what was drawn in each slot, and how wide', () => {
    const { slots } = openPress(pressJob()).write(leaflet());
    expect(slots.map(({ side, panel, field, value }) => [side, panel, field, value])).toEqual([
      ['inside', 'inside-left', 'phone.name', 'Kite Air 0'],
      ['inside', 'inside-left', 'job.code', 'SL-7K3M-0000'],
    ]);
    for (const { width, boxWidth } of slots) expect(width).toBeLessThan(boxWidth);
    expect(slots[0]?.width).toBeGreaterThan(10);
  });

  test('a leaflet that the press was not told of is refused, not printed with blank glyphs', () => {
    const press = openPress(pressJob());
    const other = { ...leaflet(), phone: { ...leaflet().phone, model: 'Žižkov Ω' } };
    expect(() => press.write(other)).toThrow('not in the subset');
  });
});

describe('a spot colour', () => {
  const spaces = (bytes: Uint8Array) =>
    (
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\[\/Separation \/\S+/g) ?? []
    ).sort();

  test('has one plate by its own name, in UTF-8', () => {
    const marks = '[/Separation /All';
    expect(spaces(write())).toEqual([marks, '[/Separation /Gr#C3#BCn#20#26#20Co']);
  });

  test('prints in four inks where the press wants no plates', async () => {
    const bytes = write({ profile: { ...PROFILE, spots: 'fallback' } });
    expect(spaces(bytes)).toEqual(['[/Separation /All']);
    const page = (await readPdf(bytes)).getPages()[0];
    const right = page && streamText(pageForms(page).get('P2'));
    expect(right).toContain('0 0.5 1 0 k');
    expect(right).toContain('0 0.15 0.3 0 k');
  });
});

test('a narrow card keeps its slug line clear of its middle, on as many places as it takes', async () => {
  const whole = trifold();
  const format = { ...TRIFOLD, trim: { width: 99, height: 210 } };
  const sides = whole.sides.slice(1);
  const form = { ...whole, form: { ...whole.form, format }, sides };
  const [page] = (await readPdf(write({ forms: [form] }))).getPages();
  const content = page === undefined ? '' : pageContent(page);
  const starts = [...content.matchAll(/1 0 0 1 (\S+) (\S+) Tm/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(new Set(starts.map(([, y]) => y)).size).toBeGreaterThan(1);
  expect(starts.length).toBeGreaterThanOrEqual(9);
});
