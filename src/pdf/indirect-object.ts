/** An object as a file holds it, Latin-1: number, body, end. */
export const indirectObject = (number: number, body: Uint8Array | string): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n`, 'latin1'),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
    Buffer.from('\nendobj\n', 'latin1'),
  ]);

/** The body of a stream that is not compressed. `entries`: what its dictionary holds beside the length. */
export const streamBody = (bytes: Uint8Array, entries = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<<\n${entries}/Length ${bytes.length}\n>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);

/** What the file says of itself, as a stream's body: plain, so that any tool finds it. */
export const metadataBody = (packet: Uint8Array): Uint8Array =>
  streamBody(packet, '/Type /Metadata\n/Subtype /XML\n');

/** A line of the cross-reference table: ten digits, five digits, a letter, two ends of line (ISO 32000-1, 7.5.4). */
export const xrefLine = (offset: number): string =>
  `${String(offset).padStart(10, '0')} 00000 n \n`;

/** The table's first line: object 0 heads the list of free ones, and there are no others. */
export const XREF_FIRST = '0000000000 65535 f \n';

/** What stands behind the cross-reference table. `count`: lines of the table; `id`: 32 hex digits; `xrefAt`: where the table begins. */
export const trailer = (count: number, roots: string, id: string, xrefAt: number): string =>
  `trailer\n<<\n/Size ${count}\n${roots}/ID [<${id}> <${id}>]\n>>\nstartxref\n${xrefAt}\n%%EOF\n`;
