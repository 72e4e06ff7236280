/** A length on paper, in millimetres: the unit of every input file and of layout. */
export type Mm = number & { readonly unit: 'mm' };

/** A length in PDF user space. Only `src/pdf` and `src/prove` use this unit. */
export type Pt = number & { readonly unit: 'pt' };

/** Points in a millimetre: 72 to the inch (ISO 32000-1, 8.3.2.3), 25.4 mm to the inch. */
const PT_PER_MM = 72 / 25.4;

/** From millimetres to points, for writing a file. */
export const toPt = (length: number): Pt => (length * PT_PER_MM) as Pt;

/** From points to millimetres: type sizes are written in points and kept in millimetres. */
export const fromPt = (length: number): Mm => (length / PT_PER_MM) as Mm;
