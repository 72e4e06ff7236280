// react-pdf in Node: a tree of elements for each leaflet, or one for all.
import {
  Document,
  Font,
  Page,
  Path,
  renderToBuffer,
  StyleSheet,
  Svg,
  Text,
  View,
} from '@react-pdf/renderer';
import { createElement } from 'react';
import { eachRecord, fileOf, isOneFile, oneFile, writeWhole } from '../arguments.js';
import { codePath } from '../code-path.js';
import {
  FONTS,
  GROUND,
  LEAFLET,
  LOOK,
  liveOf,
  nameOf,
  PAGES,
  PAPER,
  SCREEN,
  toPt,
} from '../fixture.js';

Font.register({
  family: 'Nunito',
  fonts: [
    { src: FONTS.regular, fontWeight: 400 },
    { src: FONTS.bold, fontWeight: 700 },
  ],
});
// Clear print parts no words.
Font.registerHyphenationCallback((word) => [word]);

const gap = toPt(2);
const typed = ({ size, leading }, more) => ({
  fontSize: size,
  lineHeight: leading / size,
  marginBottom: gap,
  ...more,
});
const [left, top, width, height] = GROUND;
const styles = StyleSheet.create({
  page: { fontFamily: 'Nunito', color: SCREEN.text },
  ground: { position: 'absolute', left, top, width, height, backgroundColor: SCREEN.ground },
  title: typed(LOOK.title, { fontWeight: 700, color: SCREEN.brand }),
  lead: typed(LOOK.lead, { fontWeight: 700 }),
  body: typed(LOOK.body),
  code: { width: toPt(LOOK.code), height: toPt(LOOK.code), marginBottom: gap },
});

if (isOneFile) {
  const pages = [...eachRecord()].flatMap(leafletPages);
  writeWhole(oneFile, await renderToBuffer(createElement(Document, {}, ...pages)));
} else {
  for (const record of eachRecord()) {
    const document = createElement(Document, {}, ...leafletPages(record));
    writeWhole(fileOf(record), await renderToBuffer(document));
  }
}

function leafletPages(record) {
  return PAGES.map((panels) =>
    createElement(
      Page,
      { size: PAPER, style: styles.page },
      createElement(View, { style: styles.ground }),
      ...panels.map((panel) => panelView(panel, record)),
    ),
  );
}

function say(style, text) {
  return createElement(Text, { style: styles[style] }, text);
}

function panelView(panel, record) {
  const { x, y, width } = liveOf(panel);
  return createElement(
    View,
    { style: { position: 'absolute', left: x, top: y, width } },
    say('title', panel.title),
    say('lead', panel.lead),
    ...panel.points.map((point) => say('body', `• ${point}`)),
    ...panelEnd(panel, record),
  );
}

function panelEnd({ id }, record) {
  if (id === 'front')
    return [
      say('body', LEAFLET.label),
      say('lead', nameOf(record)),
      say('body', LEAFLET.sold),
      say('lead', record.shop),
    ];
  return id === 'back' ? [codeView(record.kind), say('body', LEAFLET.scan)] : [];
}

function codeView(kind) {
  const { size, path } = codePath(kind);
  return createElement(
    Svg,
    { viewBox: `0 0 ${size} ${size}`, style: styles.code },
    createElement(Path, { d: path, fill: SCREEN.text }),
  );
}
