import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { hasProgram, needing } from '../support/outside-program.js';
import { leaflet, pressJob } from './support/builders.js';
import { pdfText, runOn } from './support/outside-reading.js';
import { pageContent, pageForms, readPdf, streamText } from './support/read-pdf.js';

/** As many leaflets as fill more than one node of the page tree. */
const leaflets = Array.from({ length: 150 }, (_, at) => leaflet(at));

function written(some = leaflets): { readonly bytes: Buffer; readonly perRecord: number } {
  const file = openPress(pressJob({ leaflets: some })).records(some, 'Christmas');
  const parts = [...file.start];
  let records = 0;
  for (const it of some) {
    const { text } = file.add(it);
    records += text.length;
    parts.push(Buffer.from(text, 'latin1'));
  }
  for (const text of file.end()) parts.push(Buffer.from(text, 'latin1'));
  return { bytes: Buffer.concat(parts), perRecord: records / some.length };
}

const { bytes, perRecord } = written();

describe('a file of many leaflets', () => {
  test('has the pages of each leaflet in order, and its own words on them', async () => {
    const pages = (await readPdf(bytes)).getPages();
    expect(pages).toHaveLength(300);
    const separate = openPress(pressJob({ leaflets }));
    for (const at of [0, 1, 74, 149]) {
      const it = leaflets[at];
      if (it === undefined) throw new Error('no leaflet');
      const alone = (await readPdf(separate.write(it).bytes)).getPages();
      for (const side of [0, 1]) {
        const [mine, other] = [pages[2 * at + side], alone[side]];
        if (mine === undefined || other === undefined) throw new Error('no page');
        expect(pageContent(mine)).toBe(pageContent(other));
        for (const [name, form] of pageForms(other))
          expect(streamText(pageForms(mine).get(name))).toBe(streamText(form));
      }
    }
  });

  test('can be read before its end, as if no other leaflet came; that changes nothing of it', async () => {
    const file = openPress(pressJob({ leaflets })).records(leaflets, 'Christmas');
    const parts = [...file.start];
    for (const [at, it] of leaflets.entries()) {
      parts.push(Buffer.from(file.add(it).text, 'latin1'));
      // Before and after a node of the page tree is full.
      if (at !== 4 && at !== 130) continue;
      const soFar = Buffer.concat([...parts, Buffer.from([...file.endSoFar()].join(''), 'latin1')]);
      const pages = (await readPdf(soFar)).getPages();
      expect(pages).toHaveLength(2 * (at + 1));
      const [mine, whole] = [pages.at(-1), (await readPdf(bytes)).getPages()[2 * at + 1]];
      if (mine === undefined || whole === undefined) throw new Error('no page');
      expect(pageContent(mine)).toBe(pageContent(whole));
    }
    for (const text of file.end()) parts.push(Buffer.from(text, 'latin1'));
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('takes less than 3 kB a leaflet beside what they share', () => {
    expect(perRecord).toBeLessThan(3000);
    const one = written(leaflets.slice(0, 1)).bytes.length;
    expect((bytes.length - one) / (leaflets.length - 1)).toBeLessThan(3000);
  });

  test('says where each record begins and ends, and what it is (PDF/VT-1)', async () => {
    const pdf = await readPdf(bytes);
    const root = pdf.catalog.lookup(PDFName.of('DPartRoot'), PDFDict);
    expect(root.lookup(PDFName.of('RecordLevel'), PDFNumber).asNumber()).toBe(1);
    expect(root.lookup(PDFName.of('NodeNameList'), PDFArray).size()).toBe(2);
    const node = root.lookup(PDFName.of('DPartRootNode'), PDFDict);
    const records = node.lookup(PDFName.of('DParts'), PDFArray).lookup(0, PDFArray);
    expect(records.size()).toBe(leaflets.length);
    const pages = pdf.getPages();
    for (const [at, it] of leaflets.entries()) {
      const part = records.lookup(at, PDFDict);
      expect(part.get(PDFName.of('Start'))).toBe(pages[2 * at]?.ref);
      expect(part.get(PDFName.of('End'))).toBe(pages[2 * at + 1]?.ref);
      expect(pages[2 * at]?.node.get(PDFName.of('DPart'))).toBe(records.get(at) as PDFRef);
      const metadata = part.lookup(PDFName.of('DPM'), PDFDict);
      expect(metadata.get(PDFName.of('JobCode'))?.toString()).toBe(`(${it.jobCode})`);
    }
    const text = bytes.toString('latin1');
    expect(text).toContain('<pdfvtid:GTS_PDFVTVersion>PDF/VT-1</pdfvtid:GTS_PDFVTVersion>');
    expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
  });

  test('is the same bytes in two runs, and another identity for other leaflets', () => {
    expect(written().bytes.equals(bytes)).toBe(true);
    const idOf = (file: Buffer) => /\/ID \[<([0-9a-f]{32})>/.exec(file.toString('latin1'))?.[1];
    expect(idOf(bytes)).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf(written(leaflets.slice(1)).bytes)).not.toBe(idOf(bytes));
  });

  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'is sound in syntax and streams'), () => {
    const { status, out, err } = runOn(bytes, 'qpdf', ['--check', '@']);
    expect(status, out + err).toBe(0);
  });

  test.skipIf(!hasProgram('pdftotext'))(needing('pdftotext', 'shows every code'), () => {
    const text = pdfText(bytes);
    for (const { jobCode } of leaflets) expect(text).toContain(jobCode);
  });
});
