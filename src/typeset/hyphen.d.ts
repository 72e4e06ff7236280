/** The types that the package `hyphen` does not bring. */
declare module 'hyphen/*' {
  const language: {
    /** A text with `hyphenChar` wherever a word of at least `minWordLength` letters may part. */
    hyphenateSync(
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ): string;
  };
  export default language;
}
