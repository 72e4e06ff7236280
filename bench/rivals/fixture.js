// What every engine is given: the same words, phones, codes, fonts and measures.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The words of the six panels, and what stands before the slots and beside the code. */
export const LEAFLET = JSON.parse(readFileSync(new URL('leaflet.json', import.meta.url), 'utf8'));

const packaged = (file) =>
  fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${file}`, import.meta.url));

/** The two faces of the leaflet, from the root's packages. */
export const FONTS = {
  regular: packaged('nunito/400Regular/Nunito_400Regular.ttf'),
  bold: packaged('nunito/700Bold/Nunito_700Bold.ttf'),
};

/** Lengths in mm: A4 folded twice, as templates/formats/a4-roll-fold-dl.yaml says; paper for marks as the press profile says. */
export const SHEET = { width: 297, height: 210, bleed: 3, margin: 12 };

/** Panels of each page from left to right: where each begins and how wide it is, in mm. */
export const PAGES = [
  [panel('flap', 0, 97), panel('back', 97, 100), panel('front', 197, 100)],
  [panel('inside-left', 0, 100), panel('inside-centre', 100, 100), panel('inside-right', 200, 97)],
];

function panel(id, left, width) {
  const words = LEAFLET.panels.find((it) => it.id === id);
  return { ...words, left, width };
}

/** Type in points, lengths in mm. */
export const LOOK = {
  padding: 9,
  title: { size: 18, leading: 22 },
  lead: { size: 11, leading: 14 },
  body: { size: 10, leading: 13 },
  code: 22,
};

/** Inks in percent, as the brand kit `northstar` writes them. */
export const INKS = { text: [0, 0, 0, 100], brand: [30, 95, 60, 50], ground: [1, 4, 11, 0] };

/** How many set-up pages there are: one QR code each, over all records. */
export const TARGET_COUNT = 20;

const two = (number) => String(number).padStart(2, '0');

/** The set-up page of a kind of phone, 0 to 19. */
export const targetOf = (kind) => `https://setup.phones.example/kind-${two(kind + 1)}`;

const SHOPS = ['Leeds', 'Cardiff', 'Bradford', 'Dundee', 'Newry', 'Hull', 'Derby'];

/** What differs from leaflet to leaflet, by its place in the run. */
export function recordOf(at) {
  const number = String(at + 1).padStart(6, '0');
  return {
    sku: `RIVAL-${number}`,
    maker: 'Apple',
    model: `Model ${number}`,
    shop: SHOPS[at % SHOPS.length],
    kind: at % TARGET_COUNT,
  };
}

/** The phone's name as the leaflet prints it. */
export const nameOf = ({ maker, model }) => `${maker} ${model}`;

/** Points in a millimetre. */
const PT = 72 / 25.4;

export const toPt = (mm) => mm * PT;

/** The paper with room for marks, in points. */
export const PAPER = [toPt(SHEET.width + 2 * SHEET.margin), toPt(SHEET.height + 2 * SHEET.margin)];

/** The ground of a page with its bleed, in points from the top left of the paper: left, top, width, height. */
export const GROUND = [
  toPt(SHEET.margin - SHEET.bleed),
  toPt(SHEET.margin - SHEET.bleed),
  toPt(SHEET.width + 2 * SHEET.bleed),
  toPt(SHEET.height + 2 * SHEET.bleed),
];

/** Where a panel's words stand, in points from the top left of the paper. */
export const liveOf = ({ left, width }) => ({
  x: toPt(SHEET.margin + left + LOOK.padding),
  y: toPt(SHEET.margin + LOOK.padding),
  width: toPt(width - 2 * LOOK.padding),
});

/** The inks as nearly as a screen's colours come, for an engine without CMYK. */
export const SCREEN = { text: '#0d0c09', brand: '#651a2b', ground: '#fcf3de' };
