import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../src/prove/check-page.js';
import { installedEyes } from '../../src/prove/installed-eyes.js';
import { describeForm, describePanel, ownValues } from '../../src/prove/leaflet-record.js';
import { openReaderProver } from '../../src/prove/open-reader-prover.js';
import { owedPages } from '../../src/prove/owed-page.js';
import { judgeFile } from '../../src/prove/rules/judge-file.js';
import { recordOf, verifyFile } from '../../src/prove/verify-file.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { sha256Hex } from '../../src/units/hash.js';
import { unitPattern } from '../support/deck-words.js';
import { demoWorld } from '../support/demo-pages.js';
import { type DemoReader, demoReaders } from '../support/demo-reader.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { QpdfFile } from '../support/qpdf-objects.js';

const { leaflets } = await demoReaders();
const folder = mkdtempSync(join(tmpdir(), 'safeleaf-reader-'));
const files = new Map(
  leaflets.map((it, at) => {
    const file = join(folder, `${at}.pdf`);
    writeFileSync(file, it.pdf);
    return [it, file] as const;
  }),
);
const fileOf = (it: DemoReader): string => files.get(it) ?? '';

/** Where the register's contacts lead, as it is written. */
const targets = (() => {
  const register = readContactRegister(demoWorld(), 'GB').value;
  return new Set(
    Object.values(register?.contacts ?? {}).flatMap(({ phone, url, text }) => [
      ...(phone ? [`tel:${phone.dial}`] : []),
      ...(url ? [url.target] : []),
      ...(text ? [`sms:${text.number}${text.keyword ? `?body=${text.keyword}` : ''}`] : []),
    ]),
  );
})();

/** Units of a leaflet in the order in which its panels are unfolded. */
const unitsOf = ({ form }: DemoReader): readonly string[] => [
  ...new Set(
    form.pages.flatMap(({ panel }) =>
      panel.items.flatMap((item) =>
        item.kind === 'text'
          ? item.text.paragraph.runs.flatMap(({ origin }) =>
              origin.kind === 'unit' ? [origin.key] : [],
            )
          : [],
      ),
    ),
  ),
];

/** What poppler reads along a file's tags, words alone. */
function heardByPoppler(file: string): string {
  const { out } = runProgram('pdfinfo', ['-struct-text', file]);
  return [...out.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words?.trim()).join(' ');
}

describe.each(leaflets)('$name', (it) => {
  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'is a whole file'), () => {
    const { status, out, err } = runProgram('qpdf', ['--check', fileOf(it)]);
    expect(status, out + err).toBe(0);
  });

  test('keeps every rule of PDF/UA-1 that is checked', async () => {
    const found = await judgeFile(it.pdf, { file: it.name }, { families: ['pdfua'] });
    expect(found).toEqual([]);
  });

  test.skipIf(!hasProgram('qpdf'))(
    needing('qpdf', 'links to what the register has, each link with a name, one page a panel'),
    () => {
      const file = new QpdfFile(fileOf(it));
      const links = file.dictionaries.filter((dict) => dict['/Subtype'] === '/Link');
      const led = links.map((link) => String(file.dictionary(link['/A'])['/URI']).slice(2));
      expect(led.length).toBeGreaterThan(3);
      expect(led.filter((target) => !targets.has(target))).toEqual([]);
      expect(links.every((link) => String(link['/Contents']).length > 5)).toBe(true);
      expect(file.pages).toHaveLength(it.leaflet.form.format.readingOrder.length);
      for (const page of file.pages) {
        expect(page['/TrimBox']).toEqual(page['/MediaBox']);
        expect(page['/BleedBox']).toBeUndefined();
        expect(page['/Tabs']).toBe('/S');
      }
    },
  );
});

describe.each(leaflets.filter(({ leaflet }) => leaflet.form.locale.script === 'Latn'))(
  '$name, read by poppler along its tags',
  (it) => {
    test.skipIf(!hasProgram('pdfinfo'))(
      needing('pdfinfo', 'gives every unit as the deck has it, in the order of the panels'),
      () => {
        const heard = heardByPoppler(fileOf(it));
        const { locale, deck } = it.leaflet.form;
        let from = 0;
        const units = unitsOf(it);
        expect(units.length).toBeGreaterThan(5);
        for (const key of units) {
          const pattern = new RegExp(unitPattern(locale.tag, deck.id, key).source, 'gu');
          pattern.lastIndex = Math.max(0, from - 1);
          const match = pattern.exec(heard);
          expect(match, `${key} after: ${heard.slice(from, from + 200)}`).not.toBeNull();
          from = (match?.index ?? 0) + 1;
        }
      },
    );
  },
);

test.skipIf(!hasProgram('zbarimg') || !hasProgram('pdftoppm'))(
  needing('zbarimg', 'a code on a reader’s page leads where the register says'),
  () => {
    const [it] = leaflets.filter(({ leaflet }) => leaflet.form.locale.tag === 'ur');
    if (!it) throw new Error('no leaflet in Urdu');
    runProgram('pdftoppm', ['-r', '200', '-png', fileOf(it), join(folder, 'seen')]);
    const pictures = readdirSync(folder).filter((name) => /^seen.*png$/.test(name));
    const read = pictures.map((name) => runProgram('zbarimg', ['-q', '--raw', join(folder, name)]));
    const codes = read.flatMap(({ out }) => out.split('\n').filter((line) => line !== ''));
    expect(codes).toEqual(['https://www.childline.org.uk']);
  },
);

/** The first file, with some of its bytes changed for as many others. */
function changed(
  pdf: Uint8Array,
  from: RegExp | string,
  to: (found: string) => string,
): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  expect(edited).toHaveLength(text.length);
  return Buffer.from(edited, 'latin1');
}

describe('what another program changes in a reader’s file', () => {
  const [it] = leaflets;
  if (!it) throw new Error('the demonstration has no leaflets');
  const record = recordOf(
    {
      file: 'a.pdf',
      sha256: sha256Hex(it.pdf),
      form: 'a',
      values: ownValues(it.leaflet, it.form.laidOut),
    },
    {
      forms: { a: describeForm(it.form.laidOut) },
      panels: Object.fromEntries(
        it.form.pages.map(({ panel }) => [panel.key, describePanel(panel)]),
      ),
    },
  );
  const codesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
    if (!record) throw new Error('the record cannot be read');
    const found = await verifyFile(bytes, record, installedEyes());
    return found.map(({ code }) => code).filter((code) => code !== 'prove/changed');
  };

  test('is nothing in the file as it was made, for the prover and for verify', async () => {
    const prover = await openReaderProver({ world: demoWorld() });
    const { findings, panels } = await prover.prove(it.pdf, it.leaflet, it.form.laidOut, new Set());
    expect(findings).toEqual([]);
    expect(panels).toHaveLength(it.form.pages.length);
    expect(await codesOf(it.pdf)).toEqual([]);
  });

  test.each([
    ['a digit that a touch would dial', /tel:(\d+)\d\)/, 'prove/link'],
    ['the name of a link', /\/Contents \(Childline/, 'prove/link'],
    ['what is said for a picture', /\/Alt \(Northstar/, 'prove/tags'],
    ['the tags as a whole', /\/StructTreeRoot \d/, 'prove/tags'],
    [
      'a heading’s place in the order of reading',
      /\/S \/H1\n\/P \d+ 0 R\n\/Pg \d+ 0 R\n\/K \[\d\]/,
      'prove/tags',
    ],
  ])('is told: %s', async (_, where, code) => {
    const edit = (found: string): string => {
      if (found.startsWith('tel:'))
        return found.replace(/\d\)$/, (end) => (end === '9)' ? '8)' : '9)'));
      if (found.includes('Childline')) return found.replace('Childline', 'Childlime');
      if (found.includes('Northstar')) return found.replace('Northstar', 'Northstor');
      if (found.includes('StructTreeRoot')) return found.replace('Root', 'Rooo');
      return found.replace(/\d\]$/, '9]');
    };
    expect(await codesOf(changed(it.pdf, where, edit))).toContain(code);
  });
});

describe('a page for a browser', () => {
  const [it] = leaflets;
  if (!it) throw new Error('the demonstration has no leaflets');
  const text = new TextDecoder().decode(it.page);
  const codesOf = (page: string): readonly string[] =>
    checkPage(
      new TextEncoder().encode(page),
      owedPages(it.form.laidOut, it.leaflet),
      { file: 'a.html' },
      {},
    ).map(({ code }) => code);

  test('says what was approved, and runs nothing', () => {
    expect(codesOf(text)).toEqual([]);
    expect(text).toContain("default-src 'none'");
    expect(text).toMatch(/<html lang="[a-z]{2}[^"]*" dir="(?:ltr|rtl)">/);
  });

  test.each([
    ['a letter more', '<strong>', '<strong>x', 'prove/word'],
    ['a word that is hidden', '<strong>', '<strong hidden>', 'prove/annotation'],
    ['a digit less', '0800 1111', '0800 111', 'prove/word'],
    ['another number behind the words', 'tel:08001111', 'tel:08001112', 'prove/link'],
    ['a script', '</main>', '<script>1</script></main>', 'prove/annotation'],
    ['a handler', '<main>', '<main onclick="x()">', 'prove/annotation'],
    ['a picture from elsewhere', '</main>', '<img src="https://a.example/x">', 'prove/annotation'],
    ['another name for a picture', 'aria-label="North', 'aria-label="South', 'prove/tags'],
  ])('is told: %s', (_, from, to, code) => {
    expect(text).toContain(from);
    expect(codesOf(text.replace(from, to))).toContain(code);
  });
});
