// The leaflet drawn with pdfkit: text by text, as its guide shows.
import { codePath } from './code-path.js';
import { GROUND, INKS, LEAFLET, LOOK, liveOf, nameOf, PAGES, SHEET, toPt } from './fixture.js';

/** Draws the two pages of a record. The document begins without a page and knows the fonts `regular` and `bold`. */
export function drawLeaflet(doc, record) {
  for (const panels of PAGES) {
    doc.addPage();
    setBoxes(doc.page);
    doc.rect(...GROUND).fill(INKS.ground);
    for (const panel of panels) drawPanel(doc, panel, record);
  }
}

/** Trim and bleed, which pdfkit leaves to its user. */
function setBoxes(page) {
  const box = (inset) => {
    const edge = toPt(SHEET.margin - inset);
    return [edge, edge, page.width - edge, page.height - edge];
  };
  page.dictionary.data.TrimBox = box(0);
  page.dictionary.data.BleedBox = box(SHEET.bleed);
}

function drawPanel(doc, panel, record) {
  const { x, y, width } = liveOf(panel);
  doc.x = x;
  doc.y = y;
  const say = (text, { size, leading }, font, ink = INKS.text) => {
    doc.font(font).fontSize(size).fillColor(ink);
    doc.text(text, x, doc.y, { width, lineGap: leading - doc.currentLineHeight() });
    doc.y += toPt(2);
  };
  say(panel.title, LOOK.title, 'bold', INKS.brand);
  say(panel.lead, LOOK.lead, 'bold');
  for (const point of panel.points) say(`• ${point}`, LOOK.body, 'regular');
  if (panel.id === 'front') {
    say(LEAFLET.label, LOOK.body, 'regular');
    say(nameOf(record), LOOK.lead, 'bold');
    say(LEAFLET.sold, LOOK.body, 'regular');
    say(record.shop, LOOK.lead, 'bold');
  }
  if (panel.id === 'back') {
    drawCode(doc, x, record.kind);
    say(LEAFLET.scan, LOOK.body, 'regular');
  }
}

function drawCode(doc, x, kind) {
  const { size, path } = codePath(kind);
  const width = toPt(LOOK.code);
  doc
    .save()
    .translate(x, doc.y)
    .scale(width / size);
  doc.path(path).fill(INKS.text).restore();
  doc.y += width + toPt(2);
}
