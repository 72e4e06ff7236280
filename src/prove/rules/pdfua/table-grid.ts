import { attributeOf, type StructureElement } from '../../anatomy/structure.js';
import { itemsOf, nameOf, numberOf, textOf } from '../../pdf-values.js';

/** A cell where the spans of those before it put it. */
export interface Cell {
  readonly element: StructureElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table's cells on their grid; the first row says how many columns there are. */
export interface TableGrid {
  readonly cells: readonly Cell[];
  readonly hasOverlap: boolean;
  /** A column with a cell that reaches past the last row. */
  readonly longColumn: number | undefined;
  readonly shortRow: number | undefined;
  readonly longRow: number | undefined;
}

/** Largest grid that is laid out. */
const MOST_COLUMNS = 1000;
const MOST_SPAN = 1000;

const isRow = ({ mapped }: StructureElement): boolean => mapped.standard === 'TR';
const isCell = ({ mapped }: StructureElement): boolean =>
  mapped.standard === 'TH' || mapped.standard === 'TD';

/** Rows of a table and of its parts, in order. */
function rowsOf(element: StructureElement): readonly StructureElement[] {
  return element.kids.flatMap((kid) => {
    if (isRow(kid)) return [kid];
    return ['THead', 'TBody', 'TFoot', 'NonStruct'].includes(kid.mapped.standard ?? '')
      ? rowsOf(kid)
      : [];
  });
}

const spanOf = (element: StructureElement, key: string): number => {
  const span = numberOf(attributeOf(element, key)) ?? 1;
  return Math.min(MOST_SPAN, Math.max(1, Math.trunc(span)));
};

/** Lays a table's cells out as their spans say (ISO 32000-1, 14.8.5.7). */
export function readTable(table: StructureElement): TableGrid {
  const rows = rowsOf(table).map(({ kids }) => kids.filter(isCell));
  const columns = Math.min(
    MOST_COLUMNS,
    (rows[0] ?? []).reduce((sum, it) => sum + spanOf(it, 'ColSpan'), 0),
  );
  const taken = new Map<string, Cell>();
  const cells: Cell[] = [];
  let hasOverlap = false;
  let longColumn: number | undefined;
  let longRow: number | undefined;
  rows.forEach((row, at) => {
    let column = 0;
    for (const element of row) {
      while (taken.has(`${at},${column}`)) column += 1;
      const cell = {
        element,
        row: at,
        column,
        rowSpan: spanOf(element, 'RowSpan'),
        columnSpan: spanOf(element, 'ColSpan'),
      };
      cells.push(cell);
      if (at + cell.rowSpan > rows.length) longColumn ??= column;
      if (column + cell.columnSpan > columns) longRow ??= at;
      for (let down = 0; down < cell.rowSpan && at + down < rows.length; down += 1)
        for (let over = 0; over < cell.columnSpan; over += 1) {
          const place = `${at + down},${column + over}`;
          if (taken.has(place)) hasOverlap = true;
          taken.set(place, cell);
        }
      column += cell.columnSpan;
    }
  });
  const isFull = (at: number): boolean =>
    Array.from({ length: columns }, (_, column) => taken.has(`${at},${column}`)).every(Boolean);
  const short = rows.findIndex((_, at) => !isFull(at));
  return { cells, hasOverlap, longColumn, shortRow: short < 0 ? undefined : short, longRow };
}

const isHeading = ({ element }: Cell): boolean => element.mapped.standard === 'TH';

/** Whether a cell has a heading: by the ids that it names, or by a heading with a scope in its row or column. */
export function hasHeader(cell: Cell, { cells }: TableGrid): 'yes' | 'none' | 'unknown' {
  if (isHeading(cell)) return 'yes';
  const named = itemsOf(attributeOf(cell.element, 'Headers')).map(textOf);
  const ids = new Set(cells.filter(isHeading).map(({ element }) => element.id));
  if (named.length > 0 && named.every((id) => id !== undefined && ids.has(id))) return 'yes';
  const isFound = cells.some((it) => isHeading(it) && isHeadingOf(it, cell));
  if (isFound) return 'yes';
  return named.length > 0 ? 'unknown' : 'none';
}

function isHeadingOf(heading: Cell, cell: Cell): boolean {
  const scope = nameOf(attributeOf(heading.element, 'Scope'));
  const meets = (from: number, span: number, other: number, otherSpan: number) =>
    from < other + otherSpan && other < from + span;
  const isAbove = meets(heading.column, heading.columnSpan, cell.column, cell.columnSpan);
  const isBeside = meets(heading.row, heading.rowSpan, cell.row, cell.rowSpan);
  return (
    (isAbove && (scope === 'Column' || scope === 'Both')) ||
    (isBeside && (scope === 'Row' || scope === 'Both'))
  );
}
