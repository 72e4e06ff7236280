import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { publicKeyOf } from '../../src/approval/key-pair.js';
import { referencesOf } from '../../src/approval/references-of.js';
import { signApproval } from '../../src/approval/sign-approval.js';
import { loadSources } from '../../src/sources/load-sources.js';
import type { World } from '../../src/world.js';
import { fakeWorld } from './fake-world.js';
import { type Files, faultBase, overlayOf, textOf } from './fault-base.js';

/**
 * What a folder's `change.yaml` lists: in `file`, `put` stands where `find` stood, which it did once;
 * or `file` holds what stands in the file `from`.
 */
type Change =
  | { readonly file: string; readonly find: string; readonly put: string }
  | { readonly file: string; readonly from: string };

/** What a folder's `approval.yaml` may say; whatever it leaves out is as it should be. */
interface Approving {
  readonly key?: 'own' | 'other' | 'demonstration';
  readonly approvedOn?: string;
  readonly endsOn?: string;
  /** Decks that nobody signs. */
  readonly without?: readonly string[];
}

/** The start of an Ed25519 private key in DER (RFC 8410); 32 bytes follow. */
const PKCS8_START = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key of the tests, always the same, so that reports are. */
const testKey = (byte: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8_START, Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });

const KEYS = {
  own: () => testKey(1),
  other: () => testKey(2),
  demonstration: () =>
    createPrivateKey(readFileSync(new URL('../keys/demonstration.key', import.meta.url))),
};

const CAMPAIGN = 'campaigns/small/campaign.yaml';

/** The base with a folder's faults in it, approved by the test's own key unless the folder says otherwise. */
export const faultWorld = async (folder?: string): Promise<World> =>
  fakeWorld(await faultFiles(folder));

/** The files of such a workspace. */
export async function faultFiles(folder?: string): Promise<Files> {
  const files: Files = { ...faultBase(), ...(folder === undefined ? {} : overlayOf(folder)) };
  const own = publicKeyOf(KEYS.own());
  files[CAMPAIGN] = withBytes(files[CAMPAIGN], (text) =>
    text.replace('PUBLIC KEY OF THE TEST', own),
  );
  if (folder !== undefined) {
    change(files, readYaml(folder, 'change.yaml') ?? []);
    await make(files, folder);
  }
  await approve(files, folder === undefined ? undefined : readYaml(folder, 'approval.yaml'));
  if (folder !== undefined) change(files, readYaml(folder, 'change-after-approval.yaml') ?? []);
  return files;
}

function readYaml<T>(folder: string, name: string): T | undefined {
  const file = join(folder, name);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** Changes a file that is text, and leaves one that is not. */
function withBytes(
  content: string | Uint8Array | undefined,
  edit: (text: string) => string,
): string | Uint8Array {
  const bytes = Buffer.from(content ?? '');
  return new Uint8Array(Buffer.from(edit(bytes.toString('latin1')), 'latin1'));
}

function change(files: Files, changes: readonly Change[]): void {
  for (const it of changes) {
    const { file } = it;
    if ('from' in it) {
      files[file] = textOf(files, it.from);
      continue;
    }
    const { find, put } = it;
    const parts = textOf(files, file).split(find);
    if (parts.length !== 2)
      throw new Error(`${file} has ${parts.length - 1} times, not once: ${find}`);
    files[file] = parts.join(put);
  }
}

/** Faults that are too large or too strange to be kept as files are made by a folder's `make.ts`. */
async function make(files: Files, folder: string): Promise<void> {
  const file = join(folder, 'make.ts');
  if (!existsSync(file)) return;
  const made = (await import(file)) as { default: (files: Files) => void | Promise<void> };
  await made.default(files);
}

/** Changes files of the base before they are approved: for tests that make their own words. */
export async function changedWorld(edit: (files: Files) => void): Promise<World> {
  const files = await faultFiles();
  for (const path of Object.keys(files)) if (path.endsWith('.approval.json')) delete files[path];
  edit(files);
  await approve(files);
  return fakeWorld(files);
}

/** Signs every deck that can be read and brings no approval of its own. */
async function approve(files: Files, approving: Approving = {}): Promise<void> {
  const { key = 'own', approvedOn = '2026-11-20', endsOn = '2028-06-30', without = [] } = approving;
  const { value: sources } = await loadSources(fakeWorld(files), 'small');
  if (sources === undefined) return;
  const { register, templates } = sources;
  for (const deck of Object.values(sources.decks)) {
    const file = deck.file.replace(/\.yaml$/, '.approval.json');
    if (file in files || without.includes(deck.id)) continue;
    const printedIn = Object.values(templates).filter((it) => it.deck === deck.id);
    const terms = {
      approver: { name: 'Ann Reader', organisation: 'A charity' },
      approvedOn,
      endsOn,
    };
    const refs = referencesOf(deck, printedIn, register);
    const signed = signApproval(deck, register, refs, terms, KEYS[key]());
    files[file] = `${JSON.stringify(signed, null, 2)}\n`;
  }
}
