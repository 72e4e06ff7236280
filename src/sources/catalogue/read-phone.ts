import type { FindingCode } from '../../diagnostics/codes.js';
import { type Finding, finding } from '../../diagnostics/finding.js';
import { nameOneOf } from '../../diagnostics/nearest.js';
import { quoted } from '../../diagnostics/quoted.js';
import type { ContactRegister } from '../contact-register.js';
import { hiddenCharacter } from '../hidden-character.js';
import type { Phone } from '../phone.js';
import type { BadRow } from './bad-row.js';
import { type CellRead, cellFault } from './cell-fault.js';
import type { CatalogueColumn } from './columns.js';
import type { ColumnMap } from './match-columns.js';
import { readBox } from './read-box.js';
import { readEan } from './read-ean.js';
import { readQuantity } from './read-quantity.js';
import { readSku } from './read-sku.js';
import { type Cell, placeOf, type Row } from './table.js';

/** Most characters of a maker, model or shop. Our choice: no record slot of 100 mm holds more. */
const LONGEST_NAME = 80;

const EMPTY: Cell = { text: '', kind: 'text' };

/** What a row is read with. */
export interface PhoneReader {
  readonly file: string;
  readonly columns: ColumnMap;
  /** Absent where the register itself cannot be read: then every network passes here. */
  readonly networks: ContactRegister['networks'] | undefined;
  /** The same text as met before: makers and shops stand in thousands of rows and are held once. */
  readonly once: (text: string) => string;
}

/** One row as a phone. Every damaged cell of the row is reported. */
export function readPhone(
  reader: PhoneReader,
  row: Row,
): (BadRow | { readonly phone: Phone }) & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { cells } = row;
  const read = <T>(name: CatalogueColumn, readCell: (cell: Cell) => CellRead<T>): T | undefined => {
    const index = reader.columns.index[name];
    const result = checkedCell(index === undefined ? EMPTY : (cells[index] ?? EMPTY), readCell);
    if ('value' in result) return result.value;
    const { code, problem, fix } = result.fault;
    const heading = index === undefined ? name : reader.columns.headings[index];
    findings.push(finding(code, placeOf(reader.file, row, heading), problem, fix));
    return undefined;
  };
  const textOf = (name: CatalogueColumn): string =>
    cells[reader.columns.index[name] ?? -1]?.text ?? '';
  const sku = read('sku', readSku);
  const maker = read('maker', nameOf('maker'));
  const model = read('model', nameOf('model'));
  const os = read('os', readOs);
  const network = read('network', (cell) => readNetwork(cell, reader.networks));
  const box = read('box', readBox);
  const ean = read('ean', readEan);
  const quantity = reader.columns.index.quantity === undefined ? 1 : read('quantity', readQuantity);
  const shop = read('shop', optionalName('shop'));
  const place = placeOf(reader.file, row);
  if (findings.length > 0 || !sku || !maker || !model || !os || network === undefined || !quantity)
    return { sku: textOf('sku'), shop: textOf('shop') || undefined, place, findings };
  const names = { maker: reader.once(maker), shop: shop && reader.once(shop) };
  const phone = { sku, model, os, network, box, ean, quantity, ...names, place };
  return { phone, findings };
}

/** A cell that holds what nobody sees, or a line break, is refused before it is understood. */
function checkedCell<T>(cell: Cell, readCell: (cell: Cell) => CellRead<T>): CellRead<T> {
  const hidden = hiddenCharacter(cell.text);
  if (hidden !== undefined)
    return cellFault(
      'text/hidden-character',
      `${hidden.name} stands in ${quoted(cell.text)}`,
      hidden.fix,
    );
  if (/[\n\r\t\u2028\u2029]/.test(cell.text))
    return cellFault(
      'catalogue/cell',
      `a line break stands in ${quoted(cell.text)}`,
      'write the cell on one line; if rows run together here, a quote before it is not closed',
    );
  return readCell(cell);
}

const nameOf =
  (what: string) =>
  ({ text, kind }: Cell): CellRead<string> => {
    if (kind === 'date')
      return cellFault(
        'catalogue/date',
        `the ${what} is ${quoted(text)}: the spreadsheet has turned it into a date`,
        `write the ${what} again, and format the column as text`,
      );
    if (text === '') return cellFault(CELL, `the ${what} is empty`, `write the ${what}`);
    if (text.length > LONGEST_NAME)
      return cellFault(
        CELL,
        `the ${what} is ${quoted(text)}, ${text.length} characters long`,
        `shorten it to ${LONGEST_NAME} characters`,
      );
    return { value: text };
  };

/** The same, or nothing where the cell is empty. */
const optionalName =
  (what: string) =>
  (cell: Cell): CellRead<string | undefined> =>
    cell.text === '' ? { value: undefined } : nameOf(what)(cell);

const CELL: FindingCode = 'catalogue/cell';

function readOs({ text }: Cell): CellRead<'ios' | 'android'> {
  const os = text.toLowerCase();
  if (os === 'ios') return { value: 'ios' };
  if (os === 'android') return { value: 'android' };
  const problem = text === '' ? 'the os is empty' : `the os is ${quoted(text)}`;
  return cellFault('catalogue/os', problem, nameOneOf(text, ['ios', 'android']));
}

/** A network by its id or by the name that people know it by. */
function readNetwork({ text }: Cell, networks: PhoneReader['networks']): CellRead<string> {
  const wanted = text.toLowerCase();
  if (networks === undefined) return { value: wanted };
  const found = Object.values(networks).find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
  );
  if (found !== undefined) return { value: found.id };
  const problem =
    text === '' ? 'the network is empty' : `the register has no network ${quoted(text)}`;
  return cellFault('catalogue/network', problem, nameOneOf(text, Object.keys(networks)));
}
