import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { PARAGRAPHS, type ScriptParagraph } from '../conformance/paragraphs.js';
import { describeLeaflet } from '../support/describe-leaflet.js';
import { runProgram } from '../support/outside-program.js';
import { pageText } from '../support/page-text.js';
import { isInstalled, SCRIPTS, scriptTitle, scriptWorld } from '../support/script-world.js';

/** A small page as every piece has them: a heading, a number and an address in a sentence, a Latin name, a list, a card. */
const FRONT = `  <h1>{{copy.front.title}}</h1>
  <contact-card contact="helper" show="name phone url"></contact-card>
  <p>{{copy.front.lead}}</p>
  <div>{{copy.front.points}}</div>
  <div>{{copy.front.steps}}</div>`;

const CSS =
  'h1 { color: var(--brand); }\ncontact-card { margin-bottom: 3mm; }\ndiv { margin-bottom: 2mm; }\n';

const HERE = join(import.meta.dirname, 'scripts');
const RUN = { draft: false, toolVersion: '0.0.0' };

/** A paragraph's sentences without their stops; in Thai, which has none, what spaces part. */
const sentencesOf = ({ lang, text }: ScriptParagraph): string[] => {
  const split = lang === 'th' ? text.split(' ') : text.split(/(?<=[.。።។။۔।])\s*/u);
  return split.filter((it) => it !== '');
};

function unitsOf(script: ScriptParagraph) {
  const [title = '', second = '', third = '', last = third] = sentencesOf(script);
  return [
    { id: 'front.title', text: title },
    {
      id: 'front.lead',
      text: `${last} {contact.helper.phone} ${second} {contact.helper.name}, iPhone: {contact.helper.url}`,
    },
    { id: 'front.points', text: `- ${third}\n- ${second} (Wi-Fi)` },
    { id: 'front.steps', text: `1. **${second}**\n2. Android: ${title}` },
  ];
}

const world = await scriptWorld(SCRIPTS, { front: FRONT, css: CSS, unitsOf });
const { value: ready, findings } = await prepare(world, 'small', RUN);

test('a card in every script is made without a finding', () => {
  expect(findings.map(({ code, problem, locale }) => ({ code, problem, locale }))).toEqual([]);
  expect(ready?.plan.leaflets).toHaveLength(SCRIPTS.length);
});

const press = ready && openPressFor(ready, RUN);

describe('a card looks as its page says (UPDATE_GOLDEN=1 writes pages and a few pictures anew, PICTURES=all all)', () => {
  test.for(PARAGRAPHS.map((script) => ({ title: scriptTitle(script), script })))(
    '$title',
    ({ script }, { skip }) => {
      if (!isInstalled(script)) skip();
      const leaflet = ready?.plan.leaflets.find(({ form }) => form.locale.tag === script.lang);
      const form = ready?.forms.find((it) => it.form === leaflet?.form);
      if (!ready || !press || !leaflet || !form) throw new Error(`no card in ${script.lang}`);
      const now = pageText(describeLeaflet(leaflet, form, ready.plan.sources.press));
      const file = join(HERE, `${script.lang}.txt`);
      if (process.env.UPDATE_GOLDEN === '1') {
        writeFileSync(file, now);
        if (process.env.PICTURES === 'all' || PICTURED.includes(script.lang))
          drawPicture(script.lang, press.write(leaflet).bytes);
      }
      expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
      expect(now).toBe(readFileSync(file, 'utf8'));
    },
  );
});

/** Scripts whose picture is kept beside its page: the ones that are easiest to set wrong. */
const PICTURED = ['ur', 'he', 'km', 'bn', 'ko'];

/** For a person to look at; no test reads it, since two versions of a renderer differ in a grey. */
function drawPicture(tag: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-golden-'));
  const pdf = join(folder, 'card.pdf');
  writeFileSync(pdf, bytes);
  const size = ['-r', '72', '-gray', '-f', '1', '-l', '1', '-singlefile', '-png'];
  runProgram('pdftoppm', [...size, pdf, join(HERE, tag)]);
  rmSync(folder, { recursive: true });
}
