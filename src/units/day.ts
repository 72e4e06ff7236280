/** A day as files and findings write it: `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

const toUtc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The day `days` after another. */
export const addDays = (day: Day, days: number): Day =>
  new Date(toUtc(day).getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);

/** A day as a reader of that locale writes it, in ASCII digits: `23 November 2026`. */
export const dayInWords = (day: Day, locale: string): string => writerOf(locale).format(toUtc(day));

const writers = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than writing a hundred days with it. */
function writerOf(locale: string): Intl.DateTimeFormat {
  const known = writers.get(locale);
  if (known !== undefined) return known;
  const writer = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    numberingSystem: 'latn',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  writers.set(locale, writer);
  return writer;
}
