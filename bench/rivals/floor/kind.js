// The parts of one kind of phone, read when the first record of that kind comes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf } from '../fixture.js';
import { FieldText } from './field-text.js';
import { jobOf } from './job.js';

export const XREF_FIRST = '0000000000 65535 f \n';

const kinds = new Map();

/** A file of the folder of parts, as text or as bytes. */
export const partOf = (name, encoding) =>
  readFileSync(join(process.env.SAFELEAF_FLOOR_PARTS, name), encoding);

/** What is alike for all leaflets of a kind, and the texts of its objects that are not. */
export function kindOf(kind) {
  let made = kinds.get(kind);
  if (made === undefined) {
    const index = JSON.parse(partOf(`kind-${kind}.json`, 'utf8'));
    const texts = index.open.map(({ number, text }) => [number, new FieldText(text, index.glyphs)]);
    made = { ...index, texts: new Map(texts), start: partOf(`kind-${kind}.bin`) };
    kinds.set(kind, made);
  }
  return made;
}

/** What a record fills in. */
export const fieldsOf = (record) => ({
  ...jobOf(record),
  name: nameOf(record),
  shop: record.shop,
});

/** A line of the cross-reference table: 20 bytes (ISO 32000-1, 7.5.4). */
export const xrefLine = (offset) => `${String(offset).padStart(10, '0')} 00000 n \n`;

export const trailerText = ({ root, info }, size, id, at) =>
  `trailer\n<<\n/Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]\n>>\nstartxref\n${at}\n%%EOF\n`;

export const objectText = (number, body) => `${number} 0 obj\n${body}\nendobj\n`;
