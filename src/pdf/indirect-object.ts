/** An object as a file holds it: number, body, end. Latin-1, as all texts here: a character is a byte. */
export const indirectObject = (number: number, body: string): string =>
  `${number} 0 obj\n${body}\nendobj\n`;

/** The body of a stream that is not compressed. `entries`: what its dictionary holds beside the length. */
export const streamBody = (content: string, entries = ''): string =>
  `<<\n${entries}/Length ${content.length}\n>>\nstream\n${content}\nendstream`;

/** What the file says of itself, as a stream's body: plain, so that any tool finds it. */
export const metadataBody = (packet: Uint8Array): string =>
  streamBody(Buffer.from(packet).toString('latin1'), '/Type /Metadata\n/Subtype /XML\n');

/** A line of the cross-reference table: ten digits, five digits, a letter, two ends of line (ISO 32000-1, 7.5.4). */
export const xrefLine = (offset: number): string =>
  `${String(offset).padStart(10, '0')} 00000 n \n`;

/** The table's first line: object 0 heads the list of free ones, and there are no others. */
export const XREF_FIRST = '0000000000 65535 f \n';

/** What stands behind the cross-reference table. `count`: lines of the table; `id`: 32 hex digits; `xrefAt`: where the table begins. */
export const trailer = (count: number, roots: string, id: string, xrefAt: number): string =>
  `trailer\n<<\n/Size ${count}\n${roots}/ID [<${id}> <${id}>]\n>>\nstartxref\n${xrefAt}\n%%EOF\n`;
