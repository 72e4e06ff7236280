import { expect, test } from 'vitest';
import type { ArtNode } from '../../src/compose/blocks.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { brief, found } from './found.js';
import { context, smallForm } from './small-form.js';

const HBS = `<panel name="front"><icon name="heart" mirror="rtl"/><icon name="heart"/><brand-logo/></panel>`;

function drawings(rtl: boolean): ArtNode[] {
  const { value, findings } = composeForm(smallForm({ hbs: HBS, rtl }), context);
  expect(findings).toEqual([]);
  return (value?.panels[0]?.root.children ?? []).filter((it) => it.kind === 'art');
}

test('an icon that asks for it is mirrored in a right-to-left piece; others and logos are not', () => {
  expect(drawings(true).map(({ role, isMirrored }) => [role, isMirrored])).toEqual([
    ['icon', true],
    ['icon', false],
    ['logo', false],
  ]);
  expect(drawings(false).map(({ isMirrored }) => isMirrored)).toEqual([false, false, false]);
});

test('a logo cannot ask for it', () => {
  expect(brief(found('<brand-logo mirror="rtl"/>'))[0]).toMatch(/^html\/attribute: /);
});
