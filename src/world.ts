/** What reading a file of the workspace gives. */
export type FileRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** The path leads out of the workspace (`..`, a link, an absolute path). */
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * All that lies outside the pipeline: files, fonts, the day. Stages take it as an argument, so that
 * two runs on the same inputs make the same bytes, and a test can hand in a world of its own.
 */
export interface World {
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** A file by its path from the workspace root, `/` between folders; the package's own shipped files are found behind the workspace's. `limit` in bytes. */
  read(path: string, limit?: number): FileRead;
  /** Paths of files (workspace's, then the package's behind it) that match a glob, sorted, each once. */
  list(pattern: string): readonly string[];
  /** A file of an installed package, such as `@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf`. */
  readPackage(specifier: string): FileRead;
}
