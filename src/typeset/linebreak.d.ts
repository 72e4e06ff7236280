/** The types that the package `linebreak` does not bring. */
declare module 'linebreak' {
  /** Break opportunities of UAX 14, in order; the last is the end of the text. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
