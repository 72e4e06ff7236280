import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAnatomy } from '../../../src/prove/anatomy/open-anatomy.js';
import { judgeFile } from '../../../src/prove/rules/judge-file.js';
import { PDFUA_RULES } from '../../../src/prove/rules/pdfua/pdfua.js';

/** A folder with files of the veraPDF corpus, `<clause>-t<test>-<pass|fail>-<letter>.pdf`. */
const CORPUS = process.env.SAFELEAF_VERAPDF_CORPUS ?? '';
const isHere = CORPUS !== '' && existsSync(CORPUS);

interface CorpusFile {
  readonly path: string;
  readonly id: string;
  readonly passes: boolean;
}

const NAME = /^(.+)-t(\d+)-(pass|fail)-[a-z]+\.pdf$/;

const files: readonly CorpusFile[] = (isHere ? readdirSync(CORPUS) : []).sort().flatMap((name) => {
  const [, clause = '', number = '', verdict] = NAME.exec(name) ?? [];
  if (verdict === undefined) return [];
  // One file is named 7-18.3.
  const id = `${clause.replace('7-', '7.')}-${Number(number)}`;
  return [{ path: join(CORPUS, name), id, passes: verdict === 'pass' }];
});

/** Rules that have since been split: a file of the old rule may break the part that has a number of its own now. */
const SPLIT: Readonly<Record<string, readonly string[]>> = {
  '7.2-3': ['7.2-39'],
  '7.2-19': ['7.2-40'],
  '7.2-27': ['7.2-28'],
};

const ruleOf = new Map(PDFUA_RULES.map((rule) => [rule.id, rule]));
const judged = files.filter(({ id }) => ruleOf.has(id));

const title = isHere
  ? 'the veraPDF corpus'
  : 'the veraPDF corpus (skipped: the veraPDF corpus is not here; see CONTRIBUTING.md)';

describe.skipIf(!isHere)(title, () => {
  test.each(judged.map((file) => [file.path.split('/').pop(), file] as const))(
    '%s is judged as it is named',
    async (_, { path, id, passes }) => {
      const anatomy = await openAnatomy(readFileSync(path));
      expect(anatomy).toBeDefined();
      const rules = [id, ...(SPLIT[id] ?? [])].flatMap((it) => ruleOf.get(it) ?? []);
      const breaches =
        anatomy === undefined ? [] : rules.flatMap((rule) => rule.check(anatomy, 'sheet-cmyk'));
      expect(
        breaches.map(({ problem }) => problem).length > 0,
        JSON.stringify(breaches.slice(0, 3)),
      ).toBe(!passes);
    },
  );

  test('a file that is named as passing breaks no rule at all', async () => {
    const broken: string[] = [];
    for (const { path } of files.filter(({ passes }) => passes)) {
      const options = { families: ['pdfua'] } as const;
      const found = await judgeFile(readFileSync(path), { file: path }, options);
      broken.push(...found.map(({ rule, code }) => `${path.split('/').pop()} ${rule ?? code}`));
    }
    expect(broken).toEqual([]);
  }, 60_000);

  test('tells its counts, and what is not implemented', () => {
    const count = (passes: boolean) => judged.filter((it) => it.passes === passes).length;
    const without = [...new Set(files.map(({ id }) => id))].filter((id) => !ruleOf.has(id));
    const unproven = PDFUA_RULES.filter(({ id }) => !files.some((it) => it.id === id));
    console.log(
      `${PDFUA_RULES.length} rules; ${count(true)} files that pass and ${count(false)} that fail were judged; ` +
        `in the corpus and not implemented: ${without.join(', ') || 'none'}; ` +
        `without a file here: ${unproven.map(({ id }) => id).join(', ')}`,
    );
    expect(judged.length).toBeGreaterThan(0);
  });
});
