import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasProgram, runProgram } from '../support/outside-program.js';
import { safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const STYLE = new URL('../../templates/parent-trifold/style.css', import.meta.url);

const CAMPAIGN = `title: "Small"
demonstration: true
market: "GB"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: ["phones.csv"]
leaflets:
  - template: "parent-trifold"
    brands: ["northstar"]
    locales: ["cy"]
trust: []
`;

const PHONES = `sku,maker,model,os,network,quantity,shop
NS-1,Samsung,Galaxy A17,android,three,10,
`;

const IS_THERE = hasProgram('mutool') && hasProgram('pdftotext');

test.skipIf(!IS_THERE)(
  `a word that is parted with a hyphen is taken out of the finished file whole${IS_THERE ? '' : ' (skipped: mutool or pdftotext is not installed)'}`,
  () => {
    const style = readFileSync(STYLE, 'utf8').replace(/^panel \{/m, 'panel { hyphens: auto;');
    const cwd = smallWorkspace({
      'campaigns/small/phones.csv': PHONES,
      'templates/parent-trifold/style.css': style,
      'campaigns/small/campaign.yaml': CAMPAIGN,
    });
    const ended = safeleaf(['build', 'small', '--out', 'out'], { cwd });
    // The proof reads every word back.
    expect(ended.code).toBe(0);
    let count = 0;
    for (const name of readdirSync(join(cwd, 'out/print'))) {
      const file = join(cwd, 'out/print', name);
      const drawn = runProgram('mutool', ['draw', '-q', '-F', 'text', file]).out;
      const parted = [...drawn.matchAll(/(\p{L}+)[-\u00ad]\n(\p{L}+)/gu)];
      const text = runProgram('pdftotext', [file, '-']).out;
      for (const [, before = '', after = ''] of parted) expect(text).toContain(before + after);
      count += parted.length;
    }
    expect(count).toBeGreaterThan(0);
  },
);
