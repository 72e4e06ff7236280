import { grouped } from '../units/grouped.js';
import type { FitRow } from './fit.js';

/** Room at which a panel is drawn as light as any, mm. */
const AMPLE = 40;

/** The room left on every panel in every language, as a page of its own: no script, nothing from elsewhere. */
export function fitPage(title: string, rows: readonly FitRow[]): string {
  const pieces = grouped(rows, ({ template, brand }) => `${template}, ${brand}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Room left: ${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff; }
table { border-collapse: separate; border-spacing: 4px; margin-bottom: 2rem; }
th { text-align: left; font-weight: 600; padding: 0.3rem 0.6rem; }
td { padding: 0.3rem 0.6rem; min-width: 6.5rem; border-radius: 4px; }
td small { display: block; color: #333; }
td.over { outline: 3px solid #1a1a1a; font-weight: 700; }
td.over::before { content: "over "; }
</style>
</head>
<body>
<h1>Room left: ${escaped(title)}</h1>
<p>Millimetres of height between the copy and where it must end, and about how many letters would fill them. The darker, the
tighter; what does not fit is framed. Of phones with different steps the one with the least room is shown.</p>
${[...pieces].map(([name, of]) => section(name, of)).join('\n')}
</body>
</html>
`;
}

function section(name: string, rows: readonly FitRow[]): string {
  const locales = [...new Set(rows.map(({ locale }) => locale))].sort();
  const panels = grouped(rows, ({ panel }) => panel);
  const head = locales.map((locale) => `<th scope="col">${escaped(locale)}</th>`).join('');
  const body = [...panels].map(([panel, of]) => {
    const cells = locales.map((locale) => cell(of.find((row) => row.locale === locale)));
    return `<tr><th scope="row">${escaped(panel)}</th>${cells.join('')}</tr>`;
  });
  return `<h2>${escaped(name)}</h2>
<table>
<thead><tr><th scope="col">panel</th>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function cell(row: FitRow | undefined): string {
  if (!row) return '<td></td>';
  const { mm, characters, form, level } = row;
  const wording = level === 'standard' ? '' : `, ${level} wording`;
  const share = Math.min(1, Math.max(0, mm / AMPLE));
  // From a mid orange to near white: the order of tightness stays when it is printed in grey.
  const ground = `hsl(35 90% ${Math.round(68 + 27 * share)}%)`;
  const kind = mm < 0 ? ' class="over"' : '';
  return `<td${kind} style="background:${ground}" title="${escaped(form)}">${Math.abs(mm).toFixed(1)} mm<small>${Math.abs(characters)} letters${wording}</small></td>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (it) => ENTITIES[it] ?? it);
