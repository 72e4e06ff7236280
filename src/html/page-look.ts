import type { TextItem } from '../layout/laid-out.js';
import { contrastRatio } from '../preflight/luminance.js';
import type { ReaderForm } from '../reading/reader-form.js';
import { hexOf, type InkToSrgb } from './draw-svg.js';

/** The least contrast of text on white: WCAG 2.2, 1.4.3, for type of all sizes. */
const LEAST = 4.5;

const WHITE = [1, 1, 1] as const;

/**
 * The style sheet of a page: the brand's own inks for text, headings and links, as they look in print. An
 * ink that is too light for white paper gives way to black. System fonts: nothing is loaded.
 */
export function pageLook({ laidOut, pages }: ReaderForm, colour: InkToSrgb): string {
  const { locale } = laidOut.form;
  const texts = pages.flatMap(({ panel }) =>
    panel.items.filter((item): item is TextItem => item.kind === 'text'),
  );
  const inkOf = (isWanted: (role: TextItem['role']) => boolean): string => {
    const found = texts
      .filter(({ role }) => isWanted(role))
      .map(({ text }) => text.lines[0]?.runs[0]?.ink)
      .filter((ink) => ink !== undefined)
      .map((ink) => colour(ink))
      .find((srgb) => contrastRatio(srgb, WHITE) >= LEAST);
    return found ? hexOf(found) : '#000000';
  };
  const text = inkOf((role) => role === 'p' || role === 'li');
  const heading = inkOf((role) => role === 'h1');
  const size = (1.125 * locale.sizeFactor).toFixed(3);
  const lead = Math.max(1.5, locale.lineHeight);
  return `:root{color-scheme:light;--text:${text};--heading:${heading}}
html{font:${size}rem/${lead} system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--text);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0}
main{max-width:38rem;margin:0 auto;padding:1rem 1.25rem 3rem;overflow-wrap:break-word}
section{padding:1.25rem 0;border-top:3px solid var(--heading)}
section:first-of-type{border-top:0}
h1,h2,h3,h4{color:var(--heading);line-height:${Math.max(1.2, locale.lineHeight)};margin:1.2rem 0 .6rem;text-wrap:balance}
h1{font-size:2rem}h2{font-size:1.5rem}h3{font-size:1.2rem}h4{font-size:1.1rem}
p{margin:.6rem 0}
ul,ol{margin:.6rem 0;padding-inline-start:1.6rem}
li{margin:.35rem 0}
a{color:var(--heading);text-decoration-thickness:.08em;text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--heading);outline-offset:3px}
.number{font-size:1.6rem;font-weight:700;margin:.2rem 0}
.number a{display:inline-block;padding:.2rem 0}
.picture{max-width:100%;height:auto}
.strong{font-weight:700}
.small{font-size:.85rem;margin:.2rem 0}
.notice{font-size:.85rem;border:2px solid var(--heading);padding:.4rem .7rem}
svg{max-width:100%;height:auto;display:block}
svg.code{width:11rem}
@media print{main{max-width:none;padding:0}section{break-inside:avoid}}`;
}
