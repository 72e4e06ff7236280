import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.js';
import type { LaidOutForm } from '../../src/layout/laid-out.js';
import { openProver } from '../../src/prove/open-prover.js';
import { BLACK, PAPER } from '../../src/units/ink.js';
import { openWorkshop } from '../../src/units/workshop.js';
import { fill, rectangle } from '../pdf/support/builders.js';
import { fakeWorld } from '../support/fake-world.js';
import { card, cardLeaflet, code, front, line, printed, TARGET } from './support/card.js';
import {
  blankGlyphs,
  changeStreams,
  edited,
  firstPage,
  isFontProgram,
  isPanel,
  isUnicodeMap,
} from './support/edit-file.js';

const prover = await openProver({ world: fakeWorld({}) });
const asked = card();
const whole = printed(asked).bytes;

/** Has proven the card before: what it remembers must not make it pass anything else. */
const remembering = await openProver({ world: fakeWorld({}) }, openWorkshop());
const leaflet = cardLeaflet();
await remembering.prove(whole, leaflet, asked, new Set());

/** What the proof of the card finds in these bytes: the same, whatever was proven before. */
const prove = async (bytes: Uint8Array, form = asked, proven = new Set<string>()) => {
  const { findings } = await prover.prove(bytes, leaflet, form, proven);
  for (const _ of [1, 2])
    expect((await remembering.prove(bytes, leaflet, form, proven)).findings).toEqual(findings);
  return findings;
};

/** What it finds when another card than the approved one was printed. */
const proveOther = (other: LaidOutForm) => prove(printed(other).bytes);

const codes = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

const frontWith = (
  change: (items: ReturnType<typeof front>['items']) => ReturnType<typeof front>['items'],
) => card({ front: front({ items: change(front().items) }) });

/** The glyph of a digit in the face of the card's number, as content streams write it. */
function glyphOf(digit: string): string {
  const item = line(digit, 0, 0, { kind: 'marker' });
  const glyph = item.text.lines[0]?.runs[0]?.glyphs[0]?.id ?? 0;
  return glyph.toString(16).toUpperCase().padStart(4, '0');
}

const inStrings = (text: string, from: string, to: string): string =>
  text.replaceAll(
    /<([0-9A-F]+)>/g,
    (_, hex: string) =>
      `<${(hex.match(/.{4}/g) ?? []).map((it) => (it === from ? to : it)).join('')}>`,
  );

describe('a finished card', () => {
  test('is proven without a finding as the press writes it', async () => {
    const proof = await prover.prove(whole, cardLeaflet(), asked, new Set());
    expect(proof.findings).toEqual([]);
    expect(proof.panels).toEqual(['front-1', 'back-1']);
  });

  test('is proven without a finding after another program saved it, with object streams', async () => {
    expect(await prove(await edited(whole, () => {}))).toEqual([]);
  });

  test('proves only the panels that are not proven yet', async () => {
    const proof = await prover.prove(whole, cardLeaflet(), asked, new Set(['front-1']));
    expect(proof.panels).toEqual(['back-1']);
  });
});

describe('a card that was proven before', () => {
  test('has the same proof, also of the panels that are asked for', async () => {
    for (const known of [[], ['front-1'], ['front-1', 'back-1']]) {
      const fresh = await prover.prove(whole, leaflet, asked, new Set(known));
      const again = await remembering.prove(whole, leaflet, asked, new Set(known));
      expect(again).toEqual(fresh);
    }
  });

  test('is held against what it owes now', async () => {
    const other = frontWith((items) => [
      ...items,
      line('Call us', 8, 150, { kind: 'unit', key: 'x' }),
    ]);
    expect(codes(await prove(whole, other))).toContain('prove/word');
  });

  test('is proven again where the pixels of a word differ, though its words are the same', async () => {
    const covered = frontWith((items) => [...items, fill(rectangle(8, 50, 30, 5), PAPER)]);
    const bytes = printed(covered).bytes;
    expect(codes(await prove(bytes, asked))).toContain('prove/no-ink');
  });
});

describe('words', () => {
  test('a word that is missing is named, with its panel and its sentence', async () => {
    const without = frontWith((items) =>
      items.map((item, at) =>
        at === 2
          ? line('Somebody listens, day and\nwhatever it is about.', 8, 50, {
              kind: 'unit',
              key: 'card.body',
            })
          : item,
      ),
    );
    const found = (await proveOther(without)).find((it) => it.code === 'prove/word');
    expect(found?.problem).toContain('"night," is missing from the file');
    expect(found).toMatchObject({
      panel: 'front',
      locale: 'en-GB',
      at: { part: 'side "front", panel "front"' },
    });
    expect(found?.sentence).toContain('day and night, whatever');
  });

  test('words that nobody approved are found, also beside the panels', async () => {
    const more = frontWith((items) => [
      ...items,
      line('Buy now', 8, 150, { kind: 'unit', key: 'x' }),
    ]);
    expect((await proveOther(more)).map(({ problem }) => problem).join()).toContain(
      '"Buy now" stands in the file and was not approved',
    );
    const other = await edited(whole, (file) => {
      file.getPages()[0]?.drawText('Buy now', { x: 100, y: 200, size: 12 });
    });
    expect(codes(await prove(other))).toEqual(
      expect.arrayContaining(['prove/word', 'prove/font', 'prove/colour']),
    );
  });

  test('a digit that was swapped in a content stream is a wrong number', async () => {
    const bytes = await edited(whole, (file) => {
      expect(
        changeStreams(file, isPanel, (text) => inStrings(text, glyphOf('5'), glyphOf('6'))),
      ).toBeGreaterThan(0);
    });
    const found = (await prove(bytes)).find((it) => it.code === 'prove/number');
    expect(found?.problem).toContain('the file has "167" where "157" was approved');
  });

  test('a swapped digit is found even where the file says that it is the right one', async () => {
    const [five, six] = [glyphOf('5'), glyphOf('6')];
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => inStrings(text, five, six));
      changeStreams(
        file,
        isUnicodeMap,
        (text) => `${text}\n1 beginbfchar\n<${six}> <0035>\nendbfchar\n`,
      );
    });
    const found = await prove(bytes);
    expect(codes(found)).toContain('prove/glyph');
    expect(found.find((it) => it.code === 'prove/glyph')?.problem).toContain('"157"');
  });

  test('a font whose map to text lies is found', async () => {
    const bytes = await edited(whole, (file) => {
      const lie = `\n1 beginbfchar\n<${glyphOf('5')}> <0036>\nendbfchar\n`;
      expect(changeStreams(file, isUnicodeMap, (text) => text + lie)).toBeGreaterThan(0);
    });
    expect(codes(await prove(bytes))).toContain('prove/number');
  });

  test('a number that stands in copy, and comes from no register, is found', async () => {
    const form = frontWith((items) => [
      ...items,
      line('Or call (020) 7946-0001.', 8, 150, { kind: 'unit', key: 'card.more' }),
    ]);
    const found = await prove(printed(form).bytes, form);
    expect(found.map(({ code, problem }) => [code, problem])).toEqual([
      ['prove/number', 'the number "020) 7946-0001" comes from copy, not from a register'],
    ]);
  });
});

describe('ink', () => {
  test('a font with empty glyphs leaves every word without ink', async () => {
    const bytes = await edited(whole, (file) => {
      expect(changeStreams(file, isFontProgram, blankGlyphs)).toBeGreaterThan(0);
    });
    const found = await prove(bytes);
    expect(codes(found)).toEqual(['prove/no-ink']);
    expect(found.length).toBeGreaterThan(20);
  });

  test('a word that lies under something is found', async () => {
    const covered = frontWith((items) => [...items, fill(rectangle(20, 48, 12, 8), PAPER)]);
    expect(codes(await proveOther(covered))).toEqual(['prove/ink']);
  });

  test('a word that has slipped by half a millimetre is found', async () => {
    const slipped = frontWith((items) =>
      items.map((item, at) =>
        at === 4 && item.kind === 'text' ? { ...item, y: item.y + 0.5 } : item,
      ),
    );
    expect(codes(await proveOther(slipped))).toEqual(['prove/ink']);
  });
});

describe('codes', () => {
  const withCode = (...items: ReturnType<typeof front>['items']) =>
    frontWith((before) => [...before.filter(({ kind }) => kind !== 'code'), ...items]);

  test('a code that leads elsewhere is found, with both targets', async () => {
    const found = await proveOther(withCode(code(8, 100, 'tel:08081570009')));
    expect(codes(found)).toEqual(['prove/code-target']);
    expect(found[0]?.problem).toBe(
      `the code gives "tel:08081570009" where "${TARGET}" was approved`,
    );
  });

  test('a code that is missing cannot be read', async () => {
    expect(codes(await proveOther(withCode()))).toContain('prove/code-unread');
  });

  test.each([
    ['left', rectangle(5, 100, 1, 22)],
    ['top', rectangle(8, 97, 22, 1)],
    ['right', rectangle(31, 100, 1, 22)],
    ['bottom', rectangle(8, 123, 22, 1)],
  ])('ink in the empty border at its %s is found', async (_, path) => {
    expect(codes(await proveOther(withCode(code(8, 100), fill(path, BLACK))))).toContain(
      'prove/code-quiet-zone',
    );
  });

  test('a code that is too small is measured on the page', async () => {
    const small = { ...code(8, 100), module: 0.45 };
    expect(codes(await proveOther(withCode(small)))).toContain('prove/code-module');
  });

  test('a pale code is measured on the page', async () => {
    const pale = { ...code(8, 100), ink: { token: 'pale', cmyk: [0, 0, 0, 0.3] as const } };
    expect(codes(await proveOther(withCode(pale)))).toContain('prove/code-contrast');
  });
});

describe('the file', () => {
  test('text in RGB is found', async () => {
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => text.replace('0 0 0 1 k', '0 0 0 rg'));
    });
    expect(codes(await prove(bytes))).toEqual(['prove/colour']);
  });

  test('black text that does not overprint is found', async () => {
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => text.replaceAll('/K gs', '/N gs'));
    });
    expect(codes(await prove(bytes))).toEqual(['prove/black-text']);
  });

  test('text that nobody sees is found', async () => {
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => text.replace('BT', 'BT 3 Tr'));
    });
    expect(codes(await prove(bytes))).toEqual(
      expect.arrayContaining(['prove/hidden-text', 'prove/no-ink']),
    );
  });

  test('an annotation is found', async () => {
    const bytes = await edited(whole, (file) => {
      const note = file.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 9, 9] });
      firstPage(file).set(PDFName.of('Annots'), file.context.obj([file.context.register(note)]));
    });
    expect(codes(await prove(bytes))).toContain('prove/annotation');
  });

  test('a trim that was moved is found', async () => {
    const bytes = await edited(whole, (file) => {
      file.getPages()[0]?.setTrimBox(50, 40, 280.6, 595.3);
    });
    expect(codes(await prove(bytes))).toContain('prove/box');
  });

  test('a page that was turned or added is found', async () => {
    const bytes = await edited(whole, (file) => {
      firstPage(file).set(PDFName.of('Rotate'), file.context.obj(90));
      file.addPage();
    });
    expect(codes(await prove(bytes))).toEqual(expect.arrayContaining(['prove/box', 'prove/pages']));
  });

  test('a file without its printing condition is found', async () => {
    const bytes = await edited(whole, (file) => {
      file.catalog.delete(PDFName.of('OutputIntents'));
    });
    expect(codes(await prove(bytes))).toEqual(['prove/output-intent']);
  });

  test('the card of another phone is found by its slots', async () => {
    const other = printed(asked, cardLeaflet(7)).bytes;
    const found = await prove(other, asked, new Set(['front-1', 'back-1']));
    expect(codes(found)).toEqual(['prove/slot']);
    expect(found[0]?.problem).toContain('"7"');
  });
});
