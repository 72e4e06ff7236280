import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoReaders } from '../support/demo-reader.js';
import { hasProgram, needing } from '../support/outside-program.js';

/** What axe finds on a page: rules that fail, rules that it could not judge, how many hold. */
interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly string[] }[];
  readonly incomplete: readonly string[];
  readonly passes: readonly string[];
}

/** Puts each page in place of the document, one after the other, and writes what axe says of it. */
const RUNNER = `
(async () => {
  const results = [];
  for (const source of JSON.parse(document.getElementById('pages').textContent)) {
    const page = new DOMParser().parseFromString(source, 'text/html');
    document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
    const { violations, incomplete, passes } = await axe.run(document);
    const ids = (rules) => rules.map(({ id }) => id);
    results.push({
      violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((it) => it.html.slice(0, 200)) })),
      incomplete: ids(incomplete),
      passes: ids(passes),
    });
  }
  document.documentElement.innerHTML = '<body><pre></pre></body>';
  document.querySelector('pre').textContent = JSON.stringify(results);
})();`;

/** The page's own rule against scripts would hold up the one that looks at it. */
const withoutPolicy = (page: string): string =>
  page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

function runAxe(pages: readonly string[]): readonly AxeResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-axe-'));
  try {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const data = JSON.stringify(pages.map(withoutPolicy)).replaceAll('<', '\\u003c');
    const wrapper = `<!DOCTYPE html><html lang="en"><head><title>axe</title><script>${axe}</script></head>
<body><script type="application/json" id="pages">${data}</script><script>${RUNNER}</script></body></html>`;
    const file = join(folder, 'axe.html');
    writeFileSync(file, wrapper);
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${folder}/profile`,
    ];
    const { stdout } = spawnSync(
      'chromium',
      [...args, '--virtual-time-budget=60000', '--dump-dom', `file://${file}`],
      { encoding: 'utf8', timeout: 170_000, maxBuffer: 64 * 1024 * 1024 },
    );
    const text = /<pre>(.*)<\/pre>/s.exec(stdout)?.[1];
    if (text === undefined) throw new Error(`axe did not finish: ${stdout.slice(0, 300)}`);
    const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return JSON.parse(plain) as AxeResult[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!hasProgram('chromium'))(
  needing('chromium', 'every page passes axe in a browser; a page that should not does not'),
  async () => {
    const { leaflets } = await demoReaders();
    const pages = leaflets.map(({ page }) => new TextDecoder().decode(page));
    const [first = ''] = pages;
    const broken = first
      .replace('--text:#', '--text:#cccccc;--was:#')
      .replace(/ aria-label="[^"]*"/g, '')
      .replace(/<html lang="[^"]*"/, '<html');
    const [bad, ...results] = runAxe([broken, ...pages]);
    expect(bad?.violations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['color-contrast', 'html-has-lang', 'svg-img-alt', 'link-name']),
    );
    expect(results).toHaveLength(leaflets.length);
    for (const [at, { violations, passes }] of results.entries()) {
      expect(violations, leaflets[at]?.name).toEqual([]);
      expect(passes).toEqual(
        expect.arrayContaining(['color-contrast', 'link-name', 'heading-order']),
      );
    }
  },
  200_000,
);
