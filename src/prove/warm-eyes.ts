import type { Eyes } from './eyes.js';

/** An empty page; PDFium does without a cross-reference table. */
const PAGE = `%PDF-1.6
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>
endobj
trailer
<< /Root 1 0 R >>
%%EOF
`;

/** Has both programs look at an empty page, so that they have started by the time that there is something to see. */
export async function warmEyes({ render, read }: Eyes): Promise<boolean> {
  const page = (await render(new TextEncoder().encode(PAGE), [{ index: 0 }])).get(0);
  if (page !== undefined) await read(page);
  return page !== undefined;
}
