import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isError } from '../../src/diagnostics/finding.js';
import { judgeFile } from '../../src/prove/rules/judge-file.js';
import { type DemoLeaflet, demoPages, piecePages } from '../support/demo-pages.js';

const { leaflets } = await demoPages();
const pieces = await piecePages();

/** Lines of several inks under 1.5 pt on labels: advice, which a made-up brand's logo does not heed. */
const ADVICE = 'R0019';

const isLabel = ({ template }: DemoLeaflet): boolean =>
  ['hang-tag', 'screen-seal', 'in-box-insert'].includes(template);

describe('finished leaflets', () => {
  test.each([...leaflets, ...pieces].map((it) => [it.name, it] as const))(
    '%s keeps every rule of PDF/X-4 and the Ghent Workgroup',
    async (_, leaflet) => {
      const bytes = readFileSync(leaflet.file);
      const found = await judgeFile(bytes, { file: leaflet.name }, { families: ['pdfx', 'gwg'] });
      expect(found.filter(({ rule }) => !(isLabel(leaflet) && rule === ADVICE))).toEqual([]);
      expect(found.filter(isError)).toEqual([]);
    },
  );
});
