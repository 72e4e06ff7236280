import { describe, expect, test } from 'vitest';
import { composeForm } from '../../src/compose/compose-form.js';
import { foundBefore } from './found.js';
import { context, smallForm } from './small-form.js';

describe('a template is checked before any page is made', () => {
  test('a good one has no findings', () => {
    const hbs = `{{! a comment }}<panel name="front">
      {{#if (is phone.os "ios")}}{{copy.cover.title}}{{else if contact.helpline.text}}{{contact.helpline.text}}{{else}}{{law.poca}}{{/if}}
      {{#unless network.code.lock}}{{network.name}}{{/unless}}</panel>`;
    expect(foundBefore(hbs)).toEqual([]);
  });

  test('a wrong path is named with line, column and the nearest right one', () => {
    const [finding] = foundBefore('<panel name="front">\n  {{copy.cover.titel}}</panel>');
    expect(finding).toMatchObject({
      code: 'template/unknown-path',
      at: { file: 'templates/small/leaflet.hbs', line: 2, column: 5 },
    });
    expect(finding?.fix).toContain('copy.cover.title');
  });

  test.each([
    ['{{{copy.cover.title}}}', 'template/raw'],
    ['{{&copy.cover.title}}', 'template/raw'],
    ['{{lookup copy "cover"}}', 'template/unknown-helper'],
    ['{{#with copy}}{{cover}}{{/with}}', 'template/unknown-helper'],
    ['{{#each copy}}x{{/each}}', 'template/unknown-helper'],
    ['{{#if copy.cover.title law.poca}}{{/if}}', 'template/unknown-helper'],
    ['{{#if (is copy.cover.title "Help")}}{{/if}}', 'template/unknown-helper'],
    ['{{#if (was phone.os "ios")}}{{/if}}', 'template/unknown-helper'],
    ['{{#if (is phone.os os="ios")}}{{/if}}', 'template/unknown-helper'],
    ['{{is phone.os "ios"}}', 'template/unknown-helper'],
    ['{{if}}', 'template/unknown-helper'],
    ['{{> header}}', 'template/partial'],
    ['{{> (lookup . "x")}}', 'template/partial'],
    ['{{> header title=copy.cover.title}}', 'template/partial'],
    ['{{#*inline "x"}}y{{/inline}}', 'template/out-of-reach'],
    ['{{* decorate}}', 'template/out-of-reach'],
    ['{{@root.copy.cover.title}}', 'template/out-of-reach'],
    ['{{../copy.cover.title}}', 'template/out-of-reach'],
    ['{{copy.constructor}}', 'template/out-of-reach'],
    ['{{copy.__proto__.polluted}}', 'template/out-of-reach'],
    ['{{constructor.constructor}}', 'template/out-of-reach'],
    ['{{this}}', 'template/unknown-path'],
    ['{{copy}}', 'template/unknown-path'],
    ['{{contact.nobody.phone}}', 'template/unknown-path'],
    ['{{copy.toString}}', 'template/unknown-path'],
    ['{{phone.model}}', 'template/unknown-path'],
    ['{{"0808 157 0123"}}', 'template/own-words'],
    ['{{999}}', 'template/own-words'],
    ['{{#if copy.cover.title}}', 'template/syntax'],
    ['{{copy.cover.title', 'template/syntax'],
    ['{{#each x as |y|}}{{/each}}', 'template/unknown-helper'],
    ['{{#if law.poca as |y|}}{{/if}}', 'template/syntax'],
    ['{{#>layout}}{{/layout}}', 'template/partial'],
    ['{{{{raw}}}} {{copy.cover.title}} {{{{/raw}}}}', 'template/unknown-helper'],
    [`${'{{#if law.poca}}'.repeat(60)}${'{{/if}}'.repeat(60)}`, 'template/syntax'],
    [`${'{{#if law.poca}}'.repeat(6000)}${'{{/if}}'.repeat(6000)}`, 'template/syntax'],
  ])('%s is %s', (hbs, code) => {
    expect(foundBefore(hbs).map((it) => it.code)).toContain(code);
  });

  test('a syntax fault names its line and gives no library wording', () => {
    const [finding] = foundBefore('<panel>\n\n  {{#if law.poca}\n</panel>');
    expect(finding?.at.line).toBe(3);
    expect(finding?.problem).toBe('"{{#if law.poca}" cannot be read as Handlebars');
  });
});

test('nothing of the prototype prints, and no template changes it', () => {
  for (const path of [
    'constructor',
    '__proto__',
    'toString',
    'copy.valueOf',
    'contact.constructor.name',
  ]) {
    const form = smallForm({ hbs: `<panel name="front"><p>{{${path}}}</p></panel>` });
    const { value, findings } = composeForm(form, context);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(value?.panels)).not.toMatch(/native code|Object/);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a phone’s own field prints where template.yaml lists it', () => {
  const form = smallForm({
    hbs: '<panel name="front"><p>{{phone.model}}</p></panel>',
    inline: { 'phone.model': 'Pixel 9' },
  });
  const { value, findings } = composeForm(form, context);
  expect(findings).toEqual([]);
  expect(JSON.stringify(value?.panels)).toContain('Pixel 9');
});
