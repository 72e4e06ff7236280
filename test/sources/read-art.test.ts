import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ART_LIMITS } from '../../src/sources/art-limits.js';
import type { BrandInk } from '../../src/sources/brand-kit.js';
import { readArt } from '../../src/sources/read-art.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const INKS: Record<string, BrandInk> = {
  paper: { token: 'paper', cmyk: [0, 0, 0, 0], srgb: '#ffffff' },
  brand: { token: 'brand', cmyk: [1, 0.8, 0.2, 0.45], srgb: '#002254' },
  accent: { token: 'accent', cmyk: [0.75, 0, 0.5, 0], srgb: '#00af96' },
};

const svg = (inside: string, root = 'viewBox="0 0 100 50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>\n${inside}\n</svg>`;
const read = (inside: string, root?: string) => readArt(svg(inside, root), 'logo.svg', INKS);
const only = (inside: string, root?: string) => {
  const { value, findings } = read(inside, root);
  expect(value).toBeUndefined();
  expect(findings).toHaveLength(1);
  return findings[0];
};
const shapes = (inside: string, root?: string) => {
  const { value, findings } = read(inside, root);
  expect(findings).toEqual([]);
  return value?.shapes ?? [];
};

describe('what a logo draws', () => {
  test('a rectangle becomes lines from the corner of its view box', () => {
    expect(
      shapes('<rect x="12" y="7" width="10" height="4" fill="#002254"/>', 'viewBox="10 5 90 45"'),
    ).toEqual([
      {
        path: [['M', 2, 2], ['L', 12, 2], ['L', 12, 6], ['L', 2, 6], ['Z']],
        fill: INKS.brand,
        fillRule: 'nonzero',
      },
    ]);
  });

  test('relative steps, short curves and quadratic curves become lines and cubic curves', () => {
    const [shape] = shapes('<path fill="var(--accent)" d="m10 10h20v10q10 0 10 10z l5 5"/>');
    expect(shape?.path.map(([kind]) => kind).join('')).toBe('MLLCZML');
    expect(shape?.path.at(-2)).toEqual(['M', 10, 10]);
    const [, , , curve] = shape?.path ?? [];
    expect(curve?.slice(1).map((it) => Math.round(Number(it) * 100) / 100)).toEqual([
      36.67, 20, 40, 23.33, 40, 30,
    ]);
  });

  test('a circle is four corners round, within a thousandth of its radius', () => {
    const [shape] = shapes('<circle cx="20" cy="20" r="10" fill="currentColor"/>');
    expect(shape?.fill).toBe('current');
    for (const step of shape?.path ?? [])
      if (step[0] === 'C') expect(Math.hypot(step[5] - 20, step[6] - 20)).toBeCloseTo(10, 2);
  });

  test('a group hands its colour and its turn down; a shape may say otherwise', () => {
    const [first, second] = shapes(
      `<g fill="#002254" transform="translate(10 10) scale(2)">
        <path d="M0 0L5 0L5 5Z"/><path d="M0 0L5 0L5 5Z" style="fill: #00AF96; fill-rule: evenodd"/>
      </g>`,
    );
    expect(first?.path[1]).toEqual(['L', 20, 10]);
    expect(first?.fill).toBe(INKS.brand);
    expect(second?.fill).toBe(INKS.accent);
    expect(second?.fillRule).toBe('evenodd');
  });

  test('a stroke stays a stroke, and grows with its group', () => {
    const [line] = shapes(
      '<g transform="scale(2)"><line x1="5" y1="5" x2="15" y2="5" stroke="#002254" stroke-width="1.5" stroke-linecap="round"/></g>',
    );
    expect(line?.stroke).toEqual({ ink: INKS.brand, width: 3, cap: 'round', join: 'miter' });
    expect(line?.fill).toBeUndefined();
  });

  test('titles and an editor’s own notes are no part of the drawing', () => {
    expect(
      shapes(
        '<title>Kite</title><desc>A kite</desc><metadata><x/></metadata><defs/><i:view xmlns:i="http://i" a="1"/><path id="a" class="b" d="M0 0H9V9Z" fill="white"/>',
      ),
    ).toHaveLength(1);
  });
});

describe('what a logo must not hold', () => {
  test.each([
    ['<text x="1" y="9">Kite</text>', 'art/element', '<text>', 'outlines'],
    ['<linearGradient id="g"/>', 'art/element', '<linearGradient>', 'flat colour'],
    ['<defs><radialGradient id="g"/></defs>', 'art/element', '<radialGradient>', 'flat colour'],
    ['<image href="http://x/y.png"/>', 'art/element', '<image>', 'redraw'],
    ['<use href="#a"/>', 'art/element', '<use>', 'expand'],
    ['<script>alert(1)</script>', 'art/script', '<script>', 'delete'],
    [
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      'art/element',
      '<foreignObject>',
      'delete',
    ],
    ['<filter id="f"/>', 'art/element', '<filter>', 'flat colours'],
    ['<mask id="m"/>', 'art/element', '<mask>', 'cut the shapes'],
    ['<clipPath id="c"/>', 'art/element', '<clipPath>', 'cut the shapes'],
    ['<style>path{fill:red}</style>', 'art/element', '<style>', 'attributes'],
    ['<animate attributeName="x"/>', 'art/element', '<animate>', 'paper stands still'],
    [
      '<a href="javascript:alert(1)"><path d="M0 0H9V9Z" fill="white"/></a>',
      'art/element',
      '<a>',
      'link',
    ],
    [
      '<g onclick="alert(1)"><path d="M0 0H9V9Z" fill="white"/></g>',
      'art/script',
      'onclick',
      'code',
    ],
    [
      '<g xlink:href="javascript:alert(1)"><path d="M0 0H9V9Z" fill="white"/></g>',
      'art/script',
      'href',
      'delete',
    ],
    ['<path d="M0 0H9V9Z" fill="url(http://x/y.svg#g)"/>', 'art/colour', 'url(http', 'flat colour'],
    ['<path d="M0 0H9V9Z" fill="white" filter="url(#f)"/>', 'art/attribute', 'filter', 'delete'],
    ['<path d="M0 0H9V9Z" fill="white" opacity="0.5"/>', 'art/see-through', 'opacity', 'lighter'],
    [
      '<path d="M0 0H9V9Z" style="fill:#fff;fill-opacity:50%"/>',
      'art/see-through',
      '50%',
      'lighter',
    ],
    [
      '<path d="M0 0H9V9Z" fill="white" stroke-dasharray="2 2"/>',
      'art/attribute',
      'stroke-dasharray',
      'dash',
    ],
    ['<path d="M0 0H9V9Z" fill="white" display="none"/>', 'art/attribute', 'display', 'hidden'],
    ['<path d="M0 0H9V9Z" fill="white" wobble="3"/>', 'art/attribute', 'wobble', 'delete'],
    [
      '<path d="M0 0H9V9Z" fill="white" style="transform: scale(2)"/>',
      'art/attribute',
      'transform',
      'plain shapes',
    ],
    [
      '<path d="M0 0H9V9Z" fill="white" style="d: none"/>',
      'art/attribute',
      'd of <path>',
      'plain shapes',
    ],
    [
      '<g color="red"><path d="M0 0H9V9Z" fill="currentColor"/></g>',
      'art/attribute',
      'color of <g>',
      'plain shapes',
    ],
    ['<path d="M0 0H9V9Z"/>', 'art/colour', 'no fill', 'currentColor'],
    ['<path d="M0 0 L banana" fill="white"/>', 'art/value', 'banana', 'again'],
    ['<path d="M0 0H1e30V9Z" fill="white"/>', 'art/value', '1e30', 'again'],
    ['<rect width="10%" height="4" fill="white"/>', 'art/value', '10%', 'plain number'],
    ['<rect width="-1" height="4" fill="white"/>', 'art/value', '-1', '0 or more'],
    ['<polygon points="1 2 3" fill="white"/>', 'art/value', 'points', 'left over'],
    ['<path d="M0 0H9V9Z" fill="white" transform="spin(3)"/>', 'art/value', 'spin(3)', 'rotate'],
    [
      '<path d="M9 9H19" fill="none" stroke="white" transform="scale(1 3)"/>',
      'art/value',
      'stretched',
      'outline',
    ],
    ['<path d="M90 0H120V9Z" fill="white"/>', 'art/view-box', '20.00 past', 'artboard'],
    ['<path d="M0 0H9V9Z" fill="none"/>', 'art/empty', 'nothing', 'export'],
    ['<path d="M0 0H9V9Z" fill="white">', 'art/unreadable', 'not XML', 'plain SVG'],
    ['&bomb;', 'art/unreadable', 'not XML', 'plain SVG'],
    ['<?php x ?><path d="M0 0H9V9Z" fill="white"/>', 'art/link', '<?php', 'delete'],
  ])('%s', (inside, code, problem, fix) => {
    const fault = only(inside);
    expect(fault).toMatchObject({ code, at: { file: 'logo.svg', line: expect.any(Number) } });
    expect(fault?.problem).toContain(problem);
    expect(fault?.fix).toContain(fix);
  });

  test('a colour that is none of the brand’s is named with the nearest that is', () => {
    const fault = only('<path d="M0 0H9V9Z" fill="#012050"/>');
    expect(fault?.problem).toBe('fill of <path> is "#012050", no colour of the brand');
    expect(fault?.fix).toBe('use var(--brand) or #002254, the nearest colour of the brand');
    expect(fault?.at.line).toBe(2);
    expect(only('<path d="M0 0H9V9Z" fill="var(--acent)"/>')?.fix).toContain('var(--accent)');
    expect(only('<path d="M0 0H9V9Z" fill="black"/>')?.fix).toContain('var(--brand)');
    expect(only('<path d="M0 0H9V9Z" fill="var(--toString)"/>')?.code).toBe('art/colour');
  });

  test('a thousand red shapes are one finding', () => {
    const fault = only('<path d="M0 0H9V9Z" fill="red"/>\n'.repeat(1000));
    expect(fault?.problem).toContain('(1000 times, the last in line 1001)');
  });

  test('a declaration with entities stops the reading before any is expanded', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${svg('<path d="M0 0H9V9Z" fill="white"/>&b;')}`;
    const { value, findings } = readArt(bomb, 'logo.svg', INKS);
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['art/doctype']);
  });

  test('a drawing without a view box, or of another kind of file, is named', () => {
    expect(only('<path d="M0 0H9V9Z" fill="white"/>', '')?.code).toBe('art/view-box');
    expect(only('<path d="M0 0H9V9Z" fill="white"/>', 'viewBox="0 0 0 9"')?.code).toBe(
      'art/view-box',
    );
    expect(readArt('<html/>', 'a.svg', INKS).findings[0]?.problem).toContain('<html>');
    expect(readArt('', 'a.svg', INKS).findings[0]?.code).toBe('art/unreadable');
    expect(readArt('%PDF-1.4', 'a.svg', INKS).findings[0]?.code).toBe('art/unreadable');
  });

  test('a million nodes, deep nests and endless outlines stop early, each with the limit', () => {
    const many = '<g/>'.repeat(ART_LIMITS.elements + 1);
    expect(only(many)?.problem).toContain('20000 elements');
    const deep = `${'<g>'.repeat(70)}${'</g>'.repeat(70)}`;
    expect(only(deep)?.problem).toContain('64 deep');
    const long = `<path fill="white" d="M0 0${'l1 1l-1-1'.repeat(100_001)}"/>`;
    expect(only(long)?.problem).toContain('200000 steps');
    const started = performance.now();
    expect(readArt('<g>'.repeat(1_000_000), 'a.svg', INKS).findings[0]?.code).toBe('art/too-large');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('whatever is read as a logo', () => {
  const piece = fc.constantFrom(
    '<svg viewBox="0 0 9 9">',
    '</svg>',
    '<g ',
    '>',
    '/>',
    '<path d="',
    'M0 0',
    'a1 1 0 0 1 5 5',
    'q',
    '"',
    "'",
    ' fill="',
    '#fff',
    'var(--brand)',
    'url(#a)',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE',
    '&lt;',
    '&x;',
    ' transform="',
    'scale(0)',
    'rotate(1e309)',
    'NaN',
    '-',
    '1e5',
    '<script>',
    '\0',
    '\ud800',
    ' style="',
    ';',
    ':',
    'stroke:#002254',
  );
  test.each(['<!--<!--\ud800', '<svg>\udc00</svg>'])(
    '%j is answered: it ends in half a character',
    (text) => {
      const { value, findings } = readArt(text, 'fuzz.svg', INKS);
      expect(value).toBeUndefined();
      expect(findings.map(({ code }) => code)).toEqual(['art/unreadable']);
    },
  );

  test('gives outlines or findings with a fix, never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 40 }).map((it) => it.join('')),
          fc.array(piece, { maxLength: 20 }).map((it) => svg(it.join(''))),
          fc
            .tuple(fc.string(), fc.string())
            .map(([d, t]) =>
              svg(
                `<path d="M0 0${d.replaceAll(/[<&"]/g, '')}" fill="white" transform="${t.replaceAll(/[<&"]/g, '')}"/>`,
              ),
            ),
        ),
        (text) => {
          const { value, findings } = readArt(text, 'fuzz.svg', INKS);
          expect(value === undefined).toBe(findings.length > 0);
          for (const it of findings) expect(it.fix).not.toBe('');
          for (const { path } of value?.shapes ?? [])
            for (const step of path)
              for (const it of step.slice(1)) expect(Number.isFinite(it)).toBe(true);
        },
      ),
      { numRuns: fuzzRuns(1500) },
    );
  });

  test('every outline starts with M, and M follows every Z that goes on', () => {
    const number = fc.integer({ min: 0, max: 40 });
    const step = fc.oneof(
      fc
        .tuple(fc.constantFrom('M', 'L', 'm', 'l', 'T', 't'), number, number)
        .map((it) => it.join(' ')),
      fc.constantFrom(
        'Z',
        'z',
        'H7',
        'v3',
        'S1 2 3 4',
        'Q1 2 3 4',
        'A5 3 20 1 0 9 9',
        'c1 1 2 2 3 3',
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const { value } = readArt(
          svg(`<path fill="white" d="M3 3${steps.join('')}"/>`, 'viewBox="-999 -999 2999 2999"'),
          'a',
          INKS,
        );
        const kinds =
          value?.shapes.flatMap(({ path }) => path.map(([kind]) => kind)).join('') ?? 'M';
        expect(kinds).toMatch(/^M/);
        expect(kinds).not.toMatch(/Z[LC]/);
      }),
      { numRuns: fuzzRuns(500) },
    );
  });
});
