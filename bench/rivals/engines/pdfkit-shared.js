// pdfkit with fonts parsed once: pdfkit has no door for it, so its own font object is made anew over the parsed font.
import PDFDocument from 'pdfkit';
import { isOneFile } from '../arguments.js';
import { FONTS, PAPER } from '../fixture.js';
import { writeAll, writeEach } from '../pdfkit-run.js';

const parser = new PDFDocument({ autoFirstPage: false });
const parsed = Object.entries(FONTS).map(([name, file]) => {
  const { _font: embedded } = parser.font(file);
  return { name, Embedded: embedded.constructor, font: embedded.font };
});

function openDocument() {
  const doc = new PDFDocument({ size: PAPER, margin: 0, autoFirstPage: false });
  for (const [at, { name, Embedded, font }] of parsed.entries())
    doc._fontFamilies[name] = new Embedded(doc, font, `S${at}`);
  return doc;
}

await (isOneFile ? writeAll(openDocument()) : writeEach(openDocument));
