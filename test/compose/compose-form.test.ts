import { expect, test } from 'vitest';
import { composeForm } from '../../src/compose/compose-form.js';
import { describeBlocks } from './describe-blocks.js';
import { context, smallForm } from './small-form.js';

test('a panel prints its copy, its contacts and its imprint, each with its origin', () => {
  const form = smallForm({
    hbs: `<panel name="front" class="front">
  <brand-logo></brand-logo>
  <h1>{{copy.front.title}}</h1>
  <div class="row"><icon name="heart"/><p>{{copy.front.lead}}</p></div>
  <div>{{copy.front.body}}</div>
  {{#if (is phone.os "ios")}}<phone-steps unit="steps.controls" checked="steps.checked"></phone-steps>{{/if}}
  <contact-card contact="helpline" show="name phone url hours"><p>{{copy.front.lead}} <strong>{{brand.name}}</strong></p></contact-card>
  <qr-code contact="helpline" field="phone"></qr-code>
  <record-slot field="phone.model"></record-slot>
  <imprint></imprint>
</panel>`,
    css: '@page { size: 100mm 210mm; bleed: 3mm; marks: crop } .row { display: flex; gap: 2mm } .front { padding: 8mm; background-color: var(--paper) }',
    units: {
      'front.title': 'Need to talk?',
      'front.lead': 'Call **{contact.helpline.phone}** now.',
      'front.body': 'First.\n\n- one\n- two\n\n1. step\n2. next',
      'steps.controls': '1. Open Settings\n2. Tap Screen Time',
      'steps.checked': 'Checked on {date.prepared}.',
      'imprint.prepared': 'Prepared {date.prepared}',
      'imprint.approved': 'Approved by {approval.by} until {approval.ends}',
      'imprint.job': 'Job',
    },
  });
  const { value, findings } = composeForm(form, context);
  expect(findings).toEqual([]);
  expect(describeBlocks(value)).toMatchInlineSnapshot(`
    "front
      panel (column)
        logo: brand-kits/north/logo.svg
        h1: Need to talk?
        div (row)
          icon: templates/small/icons/heart.svg
          p: Call <0808 157 0123> now.
        div (column)
          p: First.
          ul (column)
            [•] li: one
            [•] li: two
          ol (column)
            [1.] li: step
            [2.] li: next
        phone-steps (column)
          ol (column)
            [1.] li: Open Settings
            [2.] li: Tap Screen Time
          p: Checked on 23 November 2026.
        contact-card (column)
          p: Helpline
          number: <0808 157 0123>
          p: <helpline.example>
          p: 24 hours, every day
          p: Call <0808 157 0123> now. North Shop
        qr-code (column)
          code 22 mm: tel:08081570123
          p: <0808 157 0123>
        slot phone.model: Pixel 9, iPhone 16
        imprint (column)
          small: North Shop Ltd, Leeds
          small: Prepared 23 November 2026
          small: Approved by Ann Reader, A charity until 31 January 2028
          div (row)
            small: Job
            slot job.code: SL-7K3M-Q4RD"
  `);
});
