/** What spreadsheets put between the cells of a text file: by country, and by what was chosen. */
const SEPARATORS = [',', ';', '\t'] as const;

/** Between the cells of a catalogue file. */
export type Separator = (typeof SEPARATORS)[number];

/** The separator that stands most often in the line of headings, outside quotes. */
export function sniffSeparator(text: string): Separator {
  const headings = firstLine(text).replaceAll(/"[^"]*"/g, '');
  const count = (separator: string) => headings.split(separator).length;
  return SEPARATORS.reduce((best, it) => (count(it) > count(best) ? it : best));
}

const firstLine = (text: string): string => /[^\r\n]+/.exec(text)?.[0] ?? '';
