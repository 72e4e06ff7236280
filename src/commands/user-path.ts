/** A path as a user typed it, with `/` between folders and none at its end: both slashes work on every system. */
export const userPath = (typed: string): string =>
  typed.replaceAll('\\', '/').replace(/(?<=[^/:])\/+$/, '');
