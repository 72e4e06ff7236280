/** Bytes 80 to 9F; the rest are Latin-1. Not by TextDecoder: Node 20 to 23 read windows-1252 as Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A byte as a character, as most programs write text of one byte a letter. */
export const windows1252 = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte);
