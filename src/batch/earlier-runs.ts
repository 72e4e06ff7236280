import { type JournalLine, readJournal } from './journal.js';
import { type LeafletEntry, type Manifest, type OneFileEntry, readManifest } from './manifest.js';

/**
 * What earlier runs left in a campaign's folder, also one that was killed, as its manifest and journal say.
 * The entries of files of many can be let go and read again: a hundred thousand of them beside those of this run
 * would be half of its memory, and mostly the run makes their file anew.
 */
export class EarlierRuns {
  readonly #path: string;
  #manifest: Manifest | undefined;
  /** Files of many whose entries were let go. */
  readonly #away = new Set<string>();

  constructor(manifest: string, journal: string) {
    this.#path = manifest;
    this.#manifest = withJournal(readManifest(manifest), readJournal(journal));
  }

  /** Undefined where no manifest can be read. Its leaflets are those that were not let go. */
  get manifest(): Manifest | undefined {
    return this.#manifest;
  }

  /** All leaflets but those of some files. */
  leafletsBut(files: ReadonlySet<string>): readonly LeafletEntry[] {
    const held = this.#manifest?.leaflets ?? [];
    const all = [...held, ...this.#readAgain([...this.#away].filter((it) => !files.has(it)))];
    return all.filter(({ file }) => !files.has(file));
  }

  /** Lets entries of files of many go. The manifest on the disk has to list them by now. */
  letGo(): void {
    const manifest = this.#manifest;
    if (manifest === undefined) return;
    for (const it of manifest.leaflets) if (isOfMany(it)) this.#away.add(it.file);
    this.#manifest = { ...manifest, leaflets: manifest.leaflets.filter((it) => !isOfMany(it)) };
  }

  #readAgain(files: readonly string[]): readonly LeafletEntry[] {
    if (files.length === 0) return [];
    const wanted = new Set(files);
    const leaflets = readManifest(this.#path)?.leaflets ?? [];
    return leaflets.filter((it) => isOfMany(it) && wanted.has(it.file));
  }
}

const isOfMany = ({ record }: LeafletEntry): boolean => record !== undefined;

/** What a killed run had finished counts like what its manifest lists; that has the forms of both. */
function withJournal(
  manifest: Manifest | undefined,
  lines: readonly JournalLine[],
): Manifest | undefined {
  if (manifest === undefined || lines.length === 0) return manifest;
  const alone = lines.filter((it) => !isFileOfMany(it)) as readonly LeafletEntry[];
  const later = new Set(lines.map(({ file }) => file));
  return {
    ...manifest,
    files: [
      ...(manifest.files ?? []).filter(({ file }) => !later.has(file)),
      ...lines.filter(isFileOfMany),
    ],
    leaflets: [...manifest.leaflets.filter(({ file }) => !later.has(file)), ...alone],
  };
}

const isFileOfMany = (line: JournalLine): line is OneFileEntry => 'records' in line;
