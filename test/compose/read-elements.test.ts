import { describe, expect, test } from 'vitest';
import { composeForm } from '../../src/compose/compose-form.js';
import { brief, found } from './found.js';
import { context, smallForm } from './small-form.js';

const units = { title: 'Hello', long: 'One.\n\nTwo.' };

describe('words on a page come from approved copy', () => {
  test.each([
    ['<p>Call us</p>', '"Call us"'],
    ['<p>0800</p>', '"0800"'],
    ['<p>{{copy.title}}!</p>', '"!"'],
    ['<p>&#48;&#49;</p>', '"0'],
    ['<p>&bull;</p>', '"•"'],
    ['<p>\u{100000}</p>', '"\uFFFD"'],
    ['<p>&#x100000;</p>', '"'],
    ['<p>&nbsp;</p>', '"'],
  ])('%s is a finding', (inside, words) => {
    const findings = found(inside, { units });
    expect(findings.map(({ code }) => code)).toContain('template/own-words');
    expect(findings[0]?.problem).toContain(words);
  });

  test('the line is the template’s own, also behind a choice that is not taken', () => {
    const inside = `
{{#if (is phone.os "android")}}
  <p>{{copy.title}}</p>
{{/if}}
  <p>{{copy.title}}</p>
  <p>Oops</p>`;
    const [finding, ...more] = found(inside, { units });
    expect(more).toEqual([]);
    expect(finding?.at).toEqual({ file: 'templates/small/leaflet.hbs', line: 6, column: 6 });
  });

  test('a forged token stands for nothing', () => {
    const hbs = '<panel name="front"><p>{{copy.title}}\u{100000}</p></panel>';
    const { value } = composeForm(smallForm({ hbs, units }), context);
    expect(JSON.stringify(value?.panels).match(/Hello/g)).toHaveLength(1);
  });

  test('HTML in copy is text', () => {
    const hbs = '<panel name="front"><p>{{copy.title}}</p></panel>';
    const form = smallForm({ hbs, units: { title: '<b onclick="x">Hi</b> & &amp;' } });
    const { value, findings } = composeForm(form, context);
    expect(findings).toEqual([]);
    expect(value?.panels[0]?.root.children).toMatchObject([
      { kind: 'text', paragraph: { runs: [{ text: '<b onclick="x">Hi</b> & &amp;' }] } },
    ]);
  });
});

describe('what a browser would repair or ignore is a finding', () => {
  test.each([
    ['<p>{{copy.title}}', 'html/unclosed: <p> is not closed before </panel> in line 1'],
    ['<p>{{copy.title}}</div></p>', 'html/unclosed: </div> ends nothing'],
    [
      '<div><p>{{copy.title}}</div></p>',
      'html/unclosed: <p> is not closed before </div> in line 1',
    ],
    ['<p class="a>{{copy.title}}</p>', 'html/unclosed'],
    ['<blink>{{copy.title}}</blink>', 'html/element: <blink> is no element of the subset'],
    ['<img src="x.png">', 'html/element: <img> is no element of the subset'],
    ['<script>alert(1)</script>', 'html/element: <script> is no element of the subset'],
    ['<!doctype html>', 'html/element: the template holds a tag that starts with <? or <!'],
    ['<?php ?>', 'html/element: the template holds a tag that starts with <? or <!'],
    ['<p style="color:red">{{copy.title}}</p>', 'html/attribute: "style" is no attribute of <p>'],
    ['<p onclick="x()">{{copy.title}}</p>', 'html/attribute: "onclick" is no attribute of <p>'],
    ['<p class="a" class="b">{{copy.title}}</p>', 'html/attribute: "class" is written twice'],
    ['<qr-code field="phone"/>', 'html/attribute: <qr-code> has no contact'],
    [
      '<qr-code contact="helpline" field="fax"/>',
      'html/value: field="fax" on <qr-code> is not one of its values',
    ],
    [
      '<contact-card contact="helpline" show="fax"/>',
      'html/value: show="fax" names nothing that a contact card shows',
    ],
    ['<p><div>{{copy.title}}</div></p>', 'html/place: <div> cannot stand in <p>'],
    ['<li>{{copy.title}}</li>', 'html/place: <li> cannot stand in <panel>'],
    ['<ul>{{copy.title}}</ul>', 'html/place: a value stands in <ul>'],
    ['<ul><p>{{copy.title}}</p></ul>', 'html/place: <p> cannot stand in <ul>'],
    ['<icon name="heart">{{copy.title}}</icon>', 'html/place: a value stands in <icon>'],
    ['<panel name="front"></panel>', 'html/place: <panel> cannot stand in <panel>'],
    ['<div>'.repeat(200), 'html/place: <div> stands too deep'],
    ['<icon name="hart"/>', 'art/unknown: the template has no icon "hart"'],
    [
      '<brand-logo variant="reversed"/>',
      'art/unknown: the brand kit "north" has no logo "reversed"',
    ],
    [
      '<record-slot field="phone.sku"/>',
      'slot/unknown: no phone of the catalogue has a value for "phone.sku"',
    ],
    ['<h1>{{copy.long}}</h1>', 'copy/several-paragraphs'],
    ['<p>{{copy.title}} {{copy.long}}</p>', 'copy/several-paragraphs'],
    ['<p>{{copy.gone}}</p>', 'copy/missing: "gone" is not in locales/en-GB/parent.yaml'],
    ['<phone-steps unit="gone"/>', 'copy/missing: "gone" is not in locales/en-GB/parent.yaml'],
    [
      '<qr-code contact="nobody" field="url"/>',
      'copy/unknown-reference: "nobody" is no contact of locales/contacts/gb.yaml',
    ],
  ])('%s', (inside, problem) => {
    const findings = brief(found(inside, { units }));
    expect(
      findings.some((it) => it.startsWith(problem)),
      findings.join('\n'),
    ).toBe(true);
  });

  test('the nearest thing that works is named', () => {
    expect(found('<img src="x">')[0]?.fix).toBe(
      'use picture, brand-logo, or icon with an SVG of the template',
    );
    expect(found('<sectoin></sectoin>')[0]?.fix).toContain('did you mean "section"?');
  });

  test('a panel that is missing, unknown or there twice', () => {
    const compose = (hbs: string) => brief(composeForm(smallForm({ hbs }), context).findings);
    expect(compose('')).toEqual([
      'panel/missing: the panel "front" of the format "card" is not in the template',
    ]);
    const front = '<panel name="front"></panel>';
    expect(compose(`${front}<panel name="bakc"></panel>`)).toEqual([
      'panel/unknown: "bakc" is no panel of the format "card"',
    ]);
    expect(compose(front + front)).toEqual([
      'panel/twice: the panel "front" stands in the template twice',
    ]);
    expect(compose(`${front}<p></p>`)).toEqual(['html/place: <p> stands outside every panel']);
  });
});
