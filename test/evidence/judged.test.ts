import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../src/prove/rules/judge-file.js';
import { demoPages } from '../support/demo-pages.js';

const { leaflets } = await demoPages();

describe('finished leaflets', () => {
  test.each(leaflets.map((it) => [it.name, it] as const))(
    '%s keeps every rule of PDF/X-4 and the Ghent Workgroup',
    async (_, leaflet) => {
      const bytes = readFileSync(leaflet.file);
      const found = await judgeFile(bytes, { file: leaflet.name }, { families: ['pdfx', 'gwg'] });
      expect(found).toEqual([]);
    },
  );
});
