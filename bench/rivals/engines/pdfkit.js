// pdfkit as usually written: a new document and its fonts for each leaflet, or one document for all.
import PDFDocument from 'pdfkit';
import { isOneFile } from '../arguments.js';
import { FONTS, PAPER } from '../fixture.js';
import { writeAll, writeEach } from '../pdfkit-run.js';

function openDocument() {
  const doc = new PDFDocument({ size: PAPER, margin: 0, autoFirstPage: false });
  doc.registerFont('regular', FONTS.regular);
  doc.registerFont('bold', FONTS.bold);
  return doc;
}

await (isOneFile ? writeAll(openDocument()) : writeEach(openDocument));
