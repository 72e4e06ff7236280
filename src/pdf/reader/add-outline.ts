import type { PdfFile, PdfReference } from '../pdf-file.js';
import { pdfText, written } from '../pdf-syntax.js';

/** A list of contents beside the pages (ISO 32000-1, 12.3.3): each panel by its heading. */
export function addOutline(
  file: PdfFile,
  pages: readonly { readonly reference: PdfReference; readonly title: string }[],
): PdfReference {
  const root = file.begin({ Type: 'Outlines', Count: pages.length });
  const items = pages.map(({ reference, title }) =>
    file.begin({ Title: written(pdfText(title)), Parent: root, Dest: [reference, 'Fit'] }),
  );
  items.forEach((item, at) => {
    if (at > 0) item.data.Prev = items[at - 1];
    if (at < items.length - 1) item.data.Next = items[at + 1];
    item.end();
  });
  root.data.First = items[0];
  root.data.Last = items.at(-1);
  root.end();
  return root;
}
