import { describe, expect, test } from 'vitest';
import type { BoxNode, TextNode } from '../../src/compose/blocks.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { found } from './found.js';
import { context, type SmallForm, smallForm } from './small-form.js';

const INSIDE = '<div class="a b" id="c"><p>{{brand.name}}</p><p class="d">{{brand.name}}</p></div>';

const styled = (css: string, more: Omit<SmallForm, 'hbs' | 'css'> = {}) => {
  const hbs = `<panel name="front">${INSIDE}</panel>`;
  const { value, findings } = composeForm(smallForm({ hbs, css, ...more }), context);
  const box = value?.panels[0]?.root.children[0] as BoxNode;
  const [first, second] = box.children as [TextNode, TextNode];
  return { findings, panel: value?.panels[0]?.root as BoxNode, box, first, second };
};

const size = ({ paragraph }: TextNode): number =>
  ((paragraph.runs[0]?.style.size ?? 0) * 72) / 25.4;

describe('what is outside the CSS subset is refused by name, line and column', () => {
  test.each([
    ['p { colour: var(--text) }', 'css/property', 'use color'],
    ['p { background: var(--text) }', 'css/property', 'use background-color'],
    ['p { float: left }', 'css/property', 'use display: flex on the box around it'],
    ['p { --mine: 1mm }', 'css/property', 'templates/README.md'],
    ['p { width: 10px }', 'css/value', 'write mm, %, auto'],
    ['p { width: calc(1mm + 2mm) }', 'css/value', 'write mm, %, auto'],
    ['p { width: 1mm 2mm }', 'css/value', 'write mm, %, auto'],
    ['p { width: -1mm }', 'css/value', 'write mm, %, auto'],
    ['p { width: 1e99mm }', 'css/value', 'write mm, %, auto'],
    ['p { font-size: 0pt }', 'css/value', 'write pt, mm'],
    ['p { font-size: 1.2em }', 'css/value', 'write pt, mm'],
    ['p { text-align: left }', 'css/value', 'write start, center, end'],
    ['p { font-weight: 450 }', 'css/value', 'write normal, bold, 100 to 900'],
    ['p { margin: auto }', 'css/value', 'write 1 to 4 lengths in mm'],
    ['p { color: var(--text) !important }', 'css/value', 'take out !important'],
    ['p { color: red }', 'css/colour', 'var(--accent), var(--paper), var(--text)'],
    ['p { color: #ff6601 }', 'css/colour', 'the nearest is var(--accent)'],
    ['p { color: rgb(0 0 0) }', 'css/colour', 'var(--text)'],
    ['p { color: var(--acent) }', 'css/colour', 'did you mean "--accent"?'],
    ['p { color: var(--text, #000) }', 'css/colour', 'name one token'],
    ['p { color: var(--constructor) }', 'css/colour', 'name one of'],
    ['p { border: 1mm dashed var(--text) }', 'css/colour', 'var(--text)'],
    ['* { margin: 0 }', 'css/selector', 'use types'],
    ['p:hover { margin: 0 }', 'css/selector', ':first-child'],
    ['p::before { margin: 0 }', 'css/selector', 'use types'],
    ['p + p { margin: 0 }', 'css/selector', 'use types'],
    ['[class] { margin: 0 }', 'css/selector', 'use types'],
    ['p:not(.a) { margin: 0 }', 'css/selector', 'use types'],
    ['@media print { p { margin: 0 } }', 'css/at-rule', 'there is one at-rule'],
    ['@import "x.css";', 'css/at-rule', 'there is one at-rule'],
    ['@font-face { font-family: x; src: url(x) }', 'css/at-rule', 'fonts come from the brand kit'],
    ['@page :first { size: 1mm }', 'css/at-rule', 'for all pages'],
    ['@page { margin: 1mm }', 'css/property', 'margins are the padding of a panel'],
    ['@page { size: A4 }', 'css/page', 'write size: 100mm 210mm'],
    ['@page { bleed: 5mm }', 'css/page', 'write bleed: 3mm'],
    ['@page { marks: all }', 'css/page', 'crop, cross or none'],
    ['p { p { margin: 0 } }', 'css/syntax', 'close every bracket'],
    ['p { .a { margin: 0 } }', 'css/syntax', ''],
    ['p { margin 0 }', 'css/syntax', 'close every bracket'],
    ['p { display: flex }', 'css/property', 'put it on the box around it'],
    ['p { gap: 1mm }', 'css/property', 'put it on the box around it'],
  ])('%s', (css, code, fix) => {
    const { findings } = styled(`\n  ${css}`);
    const one = findings.find((it) => it.code === code);
    expect(one?.fix, JSON.stringify(findings)).toContain(fix);
    expect(one?.at).toMatchObject({ file: 'templates/small/style.css', line: 2 });
  });

  test('a box property on a part of a paragraph does nothing, and says so', () => {
    const [finding] = found('<p><span class="x">{{brand.name}}</span></p>', {
      css: '.x { padding: 1mm }',
    });
    expect(finding?.problem).toBe('"padding" does nothing on <span>: it is a part of a paragraph');
  });

  test('a QR code without a length in mm', () => {
    const [finding] = found('<qr-code contact="helpline" field="url"/>', {
      css: 'qr-code { width: 50% }',
    });
    expect(finding?.problem).toBe('the width of <qr-code> is no length in mm');
  });
});

describe('the cascade is that of CSS', () => {
  test('specificity, then order; our own sheet is below the template’s', () => {
    const { first, second, findings } = styled(
      'div.a p { font-size: 14pt } p { font-size: 9pt } .a > .d { font-size: 15pt } #c .d { font-size: 16pt } #c p { font-size: 13pt }',
    );
    expect(findings).toEqual([]);
    expect(size(first)).toBeCloseTo(13, 9);
    expect(size(second)).toBeCloseTo(16, 9);
  });

  test('text properties are inherited, boxes are not', () => {
    const { box, first } = styled(
      '.a { color: var(--accent); font-family: heading; line-height: 2; text-align: center; padding: 3mm }',
    );
    expect(box.style.padding).toEqual({ top: 3, right: 3, bottom: 3, left: 3 });
    expect(first.style.padding.top).toBe(0);
    expect(first.paragraph.align).toBe('center');
    expect(first.paragraph.runs[0]?.style).toMatchObject({
      family: 'heading',
      ink: { token: 'accent' },
    });
    expect(first.paragraph.lineHeight).toBeCloseTo((12 * 25.4 * 2) / 72, 9);
  });

  test('first and last child, language and direction', () => {
    const css =
      'p:first-child { font-size: 13pt } p:last-child { font-size: 14pt } p:lang(en):last-child { margin-top: 1mm } p:dir(rtl) { margin-top: 2mm }';
    const latin = styled(css);
    expect([size(latin.first), size(latin.second)].map(Math.round)).toEqual([13, 14]);
    expect([latin.first.style.margin.top, latin.second.style.margin.top]).toEqual([0, 1]);
    const urdu = styled(css, { rtl: true });
    expect([urdu.first.style.margin.top, urdu.second.style.margin.top]).toEqual([2, 2]);
  });

  test('a colour may be the exact sRGB of a token', () => {
    expect(styled('#c { background-color: #F60 }').box.style.background?.token).toBe('accent');
    expect(styled('#c { background-color: transparent }').box.style.background).toBeUndefined();
  });
});

describe('boxes', () => {
  test('shorthands, as CSS deals them out', () => {
    const { box } = styled(
      '.a { padding: 1mm 2mm 3mm; margin: 4mm 5mm; border: 0.5pt solid var(--accent); border-bottom: none; border-radius: 2mm; gap: 1mm 2mm; flex: 1 }',
    );
    expect(box.style.padding).toEqual({ top: 1, right: 2, bottom: 3, left: 2 });
    expect(box.style.margin).toEqual({ top: 4, right: 5, bottom: 4, left: 5 });
    expect(box.style.border.top?.width).toBeCloseTo((0.5 * 25.4) / 72, 9);
    expect(box.style.border.bottom).toBeUndefined();
    expect([box.style.rowGap, box.style.columnGap, box.style.radius]).toEqual([1, 2, 2]);
    expect([box.style.grow, box.style.shrink, box.style.basis]).toEqual([
      1,
      1,
      { unit: 'mm', value: 0 },
    ]);
  });

  test('where lines start turns with the text; left stays left', () => {
    const css =
      '.a { padding-inline-start: 3mm; margin-left: 2mm; border-inline-end: 1mm solid; position: absolute; inset-inline-start: 4mm; width: 50% }';
    const latin = styled(css).box.style;
    const urdu = styled(css, { rtl: true }).box.style;
    expect([latin.padding.left, latin.padding.right, latin.margin.left]).toEqual([3, 0, 2]);
    expect([urdu.padding.left, urdu.padding.right, urdu.margin.left]).toEqual([0, 3, 2]);
    expect([latin.border.right?.width, urdu.border.left?.width]).toEqual([1, 1]);
    expect([latin.inset.left, urdu.inset.right]).toEqual([
      { unit: 'mm', value: 4 },
      { unit: 'mm', value: 4 },
    ]);
    expect(latin.width).toEqual({ unit: 'share', value: 0.5 });
  });

  test('a row says so, and only in a row may a box grow narrower by itself', () => {
    const row = styled('.a { display: flex; justify-content: space-between; align-items: center }');
    expect(row.box.style).toMatchObject({ direction: 'row', justify: 'between', align: 'center' });
    expect(row.first.style.shrink).toBe(1);
    const column = styled('');
    expect(column.box.style.direction).toBe('column');
    expect(column.first.style.shrink).toBe(0);
  });

  test('the page rule that agrees with the format is silent', () => {
    expect(styled('@page { size: 100mm 210mm; bleed: 3mm; marks: crop cross }').findings).toEqual(
      [],
    );
  });
});
