import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BoxStyle, ComposedPanel, Node, TextNode } from '../../src/compose/blocks.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { type JudgedPanels, loadColour, preflight } from '../../src/preflight/preflight.js';
import { RULES } from '../../src/preflight/rules.js';
import type { Campaign } from '../../src/sources/campaign.js';
import type { Format } from '../../src/sources/format.js';
import type { PressProfile } from '../../src/sources/press-profile.js';
import { BLACK, type Ink, PAPER } from '../../src/units/ink.js';
import { fromPt } from '../../src/units/length.js';
import {
  box,
  CARD,
  code,
  composed,
  edges,
  logo,
  mm,
  panel,
  row,
  slot,
  text,
} from '../layout/builders.js';
import { fakeTypesetter } from '../layout/fake-typesetter.js';

beforeAll(async () => {
  await loadBoxes();
  await loadColour();
});

const source = (file: string) => ({ file, sha256: '0', locate: () => ({ file }) });

const PROFILE: PressProfile = {
  ...source('press/coated-fogra39.yaml'),
  id: 'coated-fogra39',
  title: 'Offset on coated paper',
  icc: new Uint8Array(readFileSync('press/icc/FOGRA39L_coated_TAC300_compact.icc')),
  iccFile: 'press/icc/FOGRA39L_coated_TAC300_compact.icc',
  condition: 'FOGRA39',
  conditionInfo: 'Offset',
  registry: 'http://www.color.org',
  inkLimit: 3,
  spots: 'plates',
  bleed: 3,
  marks: { crop: true, fold: true, registration: true, slug: true, margin: 12 },
  minimum: { bodyPt: 12, compactBodyPt: 9, imprintPt: 7, slugPt: 6, linePt: 0.25 },
};

const CAMPAIGN: Campaign = {
  ...source('campaigns/christmas/campaign.yaml'),
  id: 'christmas',
  title: 'Christmas',
  demonstration: false,
  market: 'GB',
  printOn: '2026-12-01',
  shelfLifeDays: 365,
  press: 'coated-fogra39',
  type: 'clear-print',
  editions: ['print'],
  catalogue: [],
  columns: {},
  leaflets: [],
  trust: [],
};

interface Job {
  readonly profile?: Partial<PressProfile>;
  readonly campaign?: Partial<Campaign>;
  readonly format?: Format;
  readonly roles?: ComposedPanel['roles'];
  readonly demonstration?: boolean;
  readonly judged?: JudgedPanels;
}

function judge(children: readonly Node[], over: Partial<BoxStyle> = {}, job: Job = {}): Finding[] {
  const one = { ...panel('front', children, { padding: edges(8), ...over }) };
  const given = composed([{ ...one, roles: job.roles ?? one.roles }], {
    format: job.format ?? CARD,
  });
  const { value } = layOutForm(given, fakeTypesetter(), {
    demonstration: job.demonstration ?? false,
    draft: false,
  });
  if (value === undefined) throw new Error('no form');
  const profile = { ...PROFILE, ...job.profile };
  return [...preflight(value, given, profile, { ...CAMPAIGN, ...job.campaign }, job.judged)];
}

const codesOf = (findings: readonly Finding[]) => findings.map((it) => it.code);

/** 12 pt type, which every rule lets pass. */
const TWELVE = fromPt(12);

const words = (
  copy: string,
  {
    size = TWELVE,
    ink = BLACK,
    over = {},
    role = 'p',
  }: {
    size?: number;
    ink?: Ink;
    over?: Partial<BoxStyle>;
    role?: 'p' | 'small' | 'number';
  } = {},
): TextNode => {
  const node = text(copy, over, { role, lineHeight: size * 1.3 }, size);
  const runs = node.paragraph.runs.map((run) => ({ ...run, style: { ...run.style, ink } }));
  return { ...node, paragraph: { ...node.paragraph, runs } };
};

/** Words of the register, such as a number to call. */
const contact = (ref: string, copy: string, over: Partial<BoxStyle> = {}): TextNode => {
  const node = words(copy, { over });
  const runs = node.paragraph.runs.map((run) => ({
    ...run,
    origin: { kind: 'contact' as const, ref },
  }));
  return { ...node, paragraph: { ...node.paragraph, runs } };
};

/** A code with its words under it and its quiet zone free: version 1 in 22 mm asks for 4.2 mm. */
const goodCode = [code({ margin: edges(5) }), contact('GB.harbour.phone', '0808 157 0000')];

const tint = (cmyk: Ink['cmyk'], token = 'tint'): Ink => ({ token, cmyk });

test('a leaflet in order passes every rule', () => {
  const ground = tint([0.1, 0, 0.05, 0], 'pale');
  const card = box([words('Talk soon.'), ...goodCode], {
    background: ground,
    padding: edges(3),
    radius: 2,
  });
  expect(
    judge([card, logo({ width: mm(30), margin: edges(8) }), slot(['A15'], {})].slice(0, 2)),
  ).toEqual([]);
});

test('every rule has an id of its own and says who asks for it', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  expect(RULES.every((rule) => rule.source !== '')).toBe(true);
});

describe('type', () => {
  test('body under 12 pt stops print, at 12 pt it does not', () => {
    const [fault, ...rest] = judge([words('Too small', { size: fromPt(11.5) })]);
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({
      code: 'preflight/type-size',
      severity: 'error',
      problem: '"Too small" is set in 11.5 pt; the least here is 12 pt',
      at: { file: 'locales/en-GB/parent.yaml', line: 7 },
      panel: 'front',
      locale: 'en-GB',
    });
    expect(judge([words('Large enough')])).toEqual([]);
  });

  test('a compact campaign may go down to 9 pt', () => {
    const campaign = { type: 'compact' as const };
    expect(judge([words('Nine', { size: fromPt(9) })], {}, { campaign })).toEqual([]);
    expect(codesOf(judge([words('Eight', { size: fromPt(8.9) })], {}, { campaign }))).toEqual([
      'preflight/type-size',
    ]);
  });

  test('the imprint may go down to 7 pt', () => {
    expect(judge([words('Imprint', { size: fromPt(7), role: 'small' })])).toEqual([]);
    expect(codesOf(judge([words('Imprint', { size: fromPt(6.9), role: 'small' })]))).toEqual([
      'preflight/type-size',
    ]);
  });

  test('a record slot is held to the same', () => {
    // The slot's type is 4 mm, that is 11.3 pt.
    expect(codesOf(judge([slot(['A15'])]))).toEqual(['preflight/type-size']);
  });

  test('a line of more than 65 characters is warned of', () => {
    const campaign = { type: 'compact' as const };
    const size = fromPt(9);
    const long = 'Aa bb '.repeat(10);
    const at64 = judge([words(long, { size: fromPt(9) })], { padding: edges(5) }, { campaign });
    expect(at64).toEqual([]);
    const wide = {
      ...CARD,
      trim: { width: 200, height: 210 },
      sides: [{ name: 'front', panels: [{ name: 'front', width: 200 }] }],
    };
    const [fault] = judge([words('Aa bb '.repeat(20), { size })], {}, { campaign, format: wide });
    expect(fault).toMatchObject({ code: 'preflight/line-length', severity: 'warning' });
  });
});

describe('record slots', () => {
  const bigSlot = (values: readonly string[], width: number) => {
    const node = slot(values, { width: mm(width) });
    return { ...node, text: { ...node.text, style: { ...node.text.style, size: 5 } } };
  };

  test('each value that is too wide is counted, the widest named', () => {
    // Type of 5 mm: 2.5 mm a letter.
    const [fault, ...rest] = judge([bigSlot(['A15', 'Galaxy A15', 'iPhone 17 Pro Max'], 20)]);
    expect(rest).toEqual([]);
    expect(fault?.problem).toBe(
      '"iPhone 17 Pro Max" (phone.model) is 42.5 mm wide and its slot 20.0 mm; too wide in all: 2 values',
    );
    expect(fault?.overMm).toBeCloseTo(22.5, 6);
  });

  test('values as wide as the slot fit', () => {
    expect(judge([bigSlot(['Galaxy A15'], 25)])).toEqual([]);
  });
});

describe('QR codes', () => {
  test('in order they pass', () => {
    expect(judge(goodCode)).toEqual([]);
  });

  test('small ones are found by their size', () => {
    const small = judge([code({ margin: edges(6) }, { size: 18 }), goodCode[1] as Node]);
    expect(codesOf(small)).toEqual(['preflight/qr-size']);
    expect(small[0]?.overMm).toBeCloseTo(2, 6);
  });

  test('dense ones by their modules', () => {
    const target = `https://harbour.example.org/${'a'.repeat(70)}`;
    const dense = judge([code({ margin: edges(8) }, { target, size: 20 }), goodCode[1] as Node]);
    expect(codesOf(dense)).toEqual(['preflight/qr-module']);
    expect(dense[0]?.problem).toContain('modules of 0.49 mm');
  });

  test('ones above version 6 by their address', () => {
    const target = `https://harbour.example.org/${'a'.repeat(100)}`;
    const dense = judge([code({ margin: edges(8) }, { target, size: 40 }), goodCode[1] as Node]);
    expect(codesOf(dense)).toEqual(['preflight/qr-version']);
  });

  test('words in the quiet zone are found', () => {
    const [fault] = judge(
      [
        row([code(), words('Call us', { over: { margin: { ...edges(0), left: 3 } } })]),
        goodCode[1] as Node,
      ].slice(0, 1),
    );
    expect(fault).toMatchObject({ code: 'preflight/quiet-zone' });
    expect(fault?.problem).toContain('"Call us" stands in the quiet zone');
  });

  test('so are the edge of a card, a logo, a slot and the fold', () => {
    const pale = tint([0.1, 0, 0, 0]);
    const quiet = (children: Node[], over = {}) =>
      judge(children, over)
        .filter((it) => it.code === 'preflight/quiet-zone')
        .map((it) => it.problem.split(' stands')[0]);
    const framed = box([code({ margin: edges(3) })], {
      border: { top: { width: 0.5, ink: BLACK } },
    });
    expect(quiet([framed])).toEqual(['a ground or border in "black"']);
    expect(quiet([row([code(), logo({ width: mm(30) })])])).toEqual(['the logo']);
    expect(quiet([row([code(), slot(['A15'])])])).toEqual(['the slot for "phone.model"']);
    expect(quiet([code()], { padding: edges(3) })).toEqual(['the edge of the panel']);
    // Paper is laid over the ground for the whole zone, so a card that is larger or smaller does no harm.
    expect(quiet([box([code({ margin: edges(2) })], { background: pale })])).toEqual([]);
  });

  test('a border round a code, outside its zone, is none of its business', () => {
    const line = { width: 0.5, ink: BLACK };
    const all = { top: line, right: line, bottom: line, left: line };
    expect(
      judge([box([code({ margin: edges(5) })], { border: all }), goodCode[1] as Node]),
    ).toEqual([]);
  });

  test('pale ones are found', () => {
    const pale = judge([
      code({ margin: edges(5) }, { ink: tint([0.4, 0, 0, 0.1], 'sky') }),
      goodCode[1] as Node,
    ]);
    expect(codesOf(pale)).toEqual(['preflight/qr-contrast']);
    // Red light sees no red.
    const red = judge([
      code({ margin: edges(5) }, { ink: tint([0, 1, 1, 0], 'red') }),
      goodCode[1] as Node,
    ]);
    expect(codesOf(red)).toEqual(['preflight/qr-contrast']);
  });

  test('ones without words are found', () => {
    expect(codesOf(judge([code({ margin: edges(5) })]))).toEqual(['preflight/qr-words']);
  });
});

describe('keep-out', () => {
  const format: Format = {
    ...CARD,
    keepOut: [
      {
        sides: ['front'],
        from: 'bottom',
        height: 75,
        of: ['number', 'code'],
        why: 'the pocket covers it',
      },
    ],
  };
  const down = (top: number) => ({ margin: { ...edges(0), top } });

  test('a number in the pocket is found, however it got there', () => {
    const call = contact('GB.harbour.phone', '0808 157 0000', down(125));
    const [fault] = judge([call], {}, { format });
    expect(fault).toMatchObject({ code: 'preflight/keep-out' });
    // 8 + 125 mm + one line of 15.6 pt; the pocket begins at 135.
    expect(fault?.overMm).toBeCloseTo(133 + fromPt(15.6) - 135, 2);
    expect(
      codesOf(judge([contact('GB.network.ee.lock', '150', down(140))], {}, { format })),
    ).toEqual(['preflight/keep-out']);
    expect(
      codesOf(judge([words('0808', { role: 'number', over: down(140) })], {}, { format })),
    ).toEqual(['preflight/keep-out']);
  });

  test('hours, names and other words may stand there', () => {
    const facts = [
      contact('GB.harbour.hours', '24 hours', down(140)),
      contact('GB.network.ee.name', 'EE'),
    ];
    expect(judge([...facts, words('Talk')], {}, { format })).toEqual([]);
  });

  test('so is a QR code, but not above', () => {
    const [one, two] = [
      [contact('GB.harbour.phone', '0808 157 0000'), code({ margin: { ...edges(6), top: 100 } })],
      [contact('GB.harbour.phone', '0808 157 0000'), code({ margin: { ...edges(6), top: 80 } })],
    ];
    expect(codesOf(judge(one, {}, { format }))).toEqual(['preflight/keep-out']);
    expect(judge(two, {}, { format })).toEqual([]);
  });

  test('on a side that it does not name, nothing is kept out', () => {
    const other = { ...format, keepOut: format.keepOut.map((it) => ({ ...it, sides: ['back'] })) };
    expect(judge([contact('GB.harbour.phone', '0808', down(140))], {}, { format: other })).toEqual(
      [],
    );
  });
});

describe('logos', () => {
  test('one under its least width is found', () => {
    const [fault, ...rest] = judge([logo({ width: mm(19) })]);
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({
      code: 'preflight/logo-size',
      problem: "the logo is 19.0 mm wide; its owner's least is 20.0 mm",
    });
  });

  test('a crowded one is found, with its neighbour', () => {
    // 20 mm wide, 5 high: half of that is to be free.
    const [fault, ...rest] = judge([
      logo({ width: mm(20) }),
      words('Near', { over: { margin: { ...edges(0), top: 1 } } }),
    ]);
    expect(rest).toEqual([]);
    expect(fault?.code).toBe('preflight/logo-clear-space');
    expect(fault?.problem).toContain('"Near" stands nearer to the logo than 2.5 mm');
    const far = { margin: { ...edges(0), top: 2.5 } };
    expect(judge([logo({ width: mm(20) }), words('Far', { over: far })])).toEqual([]);
  });

  test('a ground that carries it is no neighbour, one that ends beside it is', () => {
    const pale = tint([0.1, 0, 0, 0]);
    expect(
      judge([box([logo({ width: mm(20) })], { padding: edges(3), background: pale })]),
    ).toEqual([]);
    expect(
      codesOf(judge([box([logo({ width: mm(20) })], { padding: edges(1), background: pale })])),
    ).toEqual(['preflight/logo-clear-space']);
  });
});

describe('inks', () => {
  test('pale text is found, with the ratio as the press prints it', () => {
    const [fault, ...rest] = judge([words('Pale', { ink: tint([0, 0, 0, 0.4], 'grey') })]);
    expect(rest).toEqual([]);
    expect(fault?.code).toBe('preflight/contrast');
    expect(fault?.problem).toBe(
      '"Pale" in "grey" on "paper" has a contrast of 2.1 to 1; the least is 4.5 to 1',
    );
  });

  test('large type is held to the same floor', () => {
    expect(codesOf(judge([words('Pale', { size: 12, ink: tint([0, 0, 0, 0.4]) })]))).toEqual([
      'preflight/contrast',
    ]);
  });

  test('white on a dark ground and black on a light one pass, black on dark does not', () => {
    const dark = tint([0.9, 0.6, 0, 0.3], 'navy');
    const on = (ink: Ink, background: Ink) =>
      codesOf(judge([words('Words', { ink })], { background }));
    expect(on(PAPER, dark)).toEqual([]);
    expect(on(BLACK, tint([0, 0.1, 0.4, 0]))).toEqual([]);
    expect(on(BLACK, dark)).toEqual(['preflight/contrast']);
  });

  test('a ground over the limit is found, also under black text', () => {
    const [fault] = judge([], { background: tint([1, 0.9, 0.8, 0.5], 'mud') });
    expect(fault?.problem).toBe('"mud" puts 320 % of ink in one place; the press takes 300 %');
    const lit = tint([0.7, 0.7, 0.7, 0], 'brown');
    expect(codesOf(judge([words('Words')], { background: lit }))).toContain('preflight/ink-limit');
    expect(codesOf(judge([], { background: lit }))).toEqual([]);
  });

  test('a spot ink counts as one plate, or as its fallback', () => {
    const spot: Ink = {
      token: 'orange',
      cmyk: [0.6, 1, 1, 0.6],
      spot: { name: 'Harbour Orange', tint: 1 },
    };
    expect(judge([], { background: spot })).toEqual([]);
    expect(codesOf(judge([], { background: spot }, { profile: { spots: 'fallback' } }))).toEqual([
      'preflight/ink-limit',
    ]);
  });

  test('R0015: text in rich black stops print', () => {
    const [fault] = judge([words('Rich', { ink: tint([0.7, 0.6, 0.6, 1], 'rich') })]);
    expect(fault).toMatchObject({ code: 'preflight/R0015', severity: 'error' });
  });

  test('R0016 and R0017: small white text, and small text in two inks', () => {
    const dark = tint([0.9, 0.6, 0, 0.3], 'navy');
    const small = (ink: Ink, size: number) =>
      words('Imprint', { ink, size: fromPt(size), role: 'small' });
    expect(codesOf(judge([small(PAPER, 7.5)], { background: dark }))).toEqual(['preflight/R0016']);
    expect(codesOf(judge([small(PAPER, 8)], { background: dark }))).toEqual([]);
    expect(codesOf(judge([small(dark, 7.5)]))).toEqual(['preflight/R0017']);
    expect(codesOf(judge([small(dark, 8)]))).toEqual([]);
    expect(codesOf(judge([small(BLACK, 7)]))).toEqual([]);
  });

  test('a piece that a die cuts out has the figures of labels', () => {
    const format: Format = { ...CARD, product: 'label' };
    const dark = tint([0.9, 0.6, 0, 0.3], 'navy');
    const set = (ink: Ink, points: number) => words('A tag', { ink, size: fromPt(points) });
    expect(codesOf(judge([set(dark, 13)], {}, { format }))).toEqual(['preflight/R0017']);
    expect(codesOf(judge([set(dark, 14)], {}, { format }))).toEqual([]);
    const ruled = (ink: Ink, points: number) =>
      box([words('Under a line', { ink: PAPER })], {
        border: { top: { ink, width: fromPt(points) } },
      });
    const codes = (ink: Ink, points: number) =>
      codesOf(
        judge([ruled(ink, points)], { background: tint([0, 0, 0, 0.9], 'night') }, { format }),
      );
    expect(codes(PAPER, 0.28)).toEqual(['preflight/R0018']);
    expect(codes(PAPER, 0.3)).toEqual([]);
    expect(codes(tint([0.5, 0.5, 0, 0]), 1.4)).toEqual(['preflight/R0019']);
    expect(codes(tint([0.5, 0.5, 0, 0]), 1.5)).toEqual([]);
  });

  test('R0018, R0019 and the least line of the press', () => {
    const dark = tint([0.9, 0.6, 0, 0.3], 'navy');
    const ruled = (ink: Ink, points: number) =>
      box([words('Under a line', { ink: PAPER })], {
        border: { top: { ink, width: fromPt(points) } },
      });
    const codes = (ink: Ink, points: number) =>
      codesOf(judge([ruled(ink, points)], { background: dark }));
    expect(codes(PAPER, 0.2)).toEqual(['preflight/R0018']);
    expect(codes(PAPER, 0.25)).toEqual([]);
    expect(codes(tint([0.5, 0.5, 0, 0]), 0.2)).toEqual(['preflight/thin-line', 'preflight/R0019']);
    expect(codes(BLACK, 0.2)).toEqual(['preflight/thin-line']);
    expect(codes(BLACK, 0.3)).toEqual([]);
  });
});

describe('panels', () => {
  test('R0005: an empty one is warned of', () => {
    expect(judge([])).toMatchObject([
      { code: 'preflight/R0005', severity: 'warning', panel: 'front' },
    ]);
  });

  test('one that names a risk must say where help is', () => {
    const roles = { risk: ['setup.risk'], help: [] };
    expect(codesOf(judge([words('Risk')], {}, { roles }))).toEqual(['preflight/risk-without-help']);
    expect(judge([words('Risk')], {}, { roles: { ...roles, help: ['talk.help'] } })).toEqual([]);
  });

  test('copy under the demonstration notice is found', () => {
    const low = words('Low copy', { over: { margin: { ...edges(0), top: 194 } } });
    expect(codesOf(judge([low], {}, { demonstration: true }))).toEqual(['preflight/notice-room']);
    expect(judge([words('High copy')], {}, { demonstration: true })).toEqual([]);
  });

  test('an equal panel is judged once in a run, and faulted in each form', () => {
    const judged: JudgedPanels = new Map();
    const first = judge([words('Too small', { size: 3 })], {}, { judged });
    const second = judge([words('Too small', { size: 3 })], {}, { judged });
    expect(judged.size).toBe(1);
    expect(codesOf(second)).toEqual(codesOf(first));
    expect(codesOf(second)).toEqual(['preflight/type-size']);
  });
});

test('a profile that is none is named', () => {
  const icc = new Uint8Array([1, 2, 3, 4]);
  const [fault, ...rest] = judge([], {}, { profile: { icc } });
  expect(rest).toEqual([]);
  expect(fault).toMatchObject({
    code: 'preflight/colour-profile',
    at: { file: 'press/coated-fogra39.yaml' },
  });
});
