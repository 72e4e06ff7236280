import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Ticket, TicketPiece } from '../../src/pack/ticket.js';
import { ticketXjdf } from '../../src/pack/ticket-xjdf.js';

const PIECE: TicketPiece = {
  id: 'P1',
  template: 'parent-trifold',
  title: 'Parent leaflet',
  format: { id: 'a4-roll-fold-dl', title: 'A4 roll fold to DL' },
  flat: { width: 297, height: 210 },
  finished: { width: 100, height: 210 },
  bleed: 3,
  pages: 2,
  fold: {
    kind: 'roll',
    catalog: 'F6-5',
    steps: [
      { part: 'right', at: 200, to: 'over' },
      { part: 'left', at: 100, to: 'over' },
    ],
  },
  stock: { from: 150, to: 150, caliper: 0.12 },
  processingSteps: [],
  sides: [],
  leaflets: 1,
  quantity: 2500,
};

const TICKET: Ticket = {
  ticket: 1,
  safeleaf: '0.1.0',
  campaign: 'christmas',
  title: 'Christmas',
  demonstration: false,
  prepared: '2026-01-02',
  press: { id: 'coated', title: 'Coated', condition: 'FOGRA39', conditionInfo: '' },
  pieces: [PIECE],
  versions: [
    {
      piece: 'P1',
      brand: 'north',
      locale: 'en-GB',
      plates: ['Cyan', 'Magenta', 'Yellow', 'Black', 'PANTONE 286 C'],
      leaflets: 1,
      quantity: 2500,
      jobCodes: { first: 'SL-1', last: 'SL-1' },
    },
  ],
  leaflets: [
    {
      ...{ piece: 'P1', brand: 'north', locale: 'en-GB', sku: 'N', jobCode: 'SL-1' },
      ...{ quantity: 2500, file: 'print/a b.pdf', pages: [1, 2] },
    },
  ],
  files: [{ file: 'print/a b.pdf', sha256: '0'.repeat(64), bytes: 1 }],
};

/** The elements of a ticket with their attributes, in order; throws where it is not well-formed. */
function elementsOf(xml: string) {
  const parser = new SaxesParser({ xmlns: true });
  const found: { name: string; attributes: Record<string, string> }[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, it]) => [key, it.value]);
    found.push({ name, attributes: Object.fromEntries(values) });
  });
  parser.write(xml).close();
  return found;
}

const attributesOf = (ticket: Ticket, element: string) =>
  elementsOf(ticketXjdf(ticket)).find(
    ({ name, attributes }) => name === element && attributes.Name === undefined,
  )?.attributes;

describe('the XJDF ticket', () => {
  test('says size, fold, plates, paper and files in the words of XJDF 2.1, lengths in points', () => {
    expect(attributesOf(TICKET, 'XJDF')).toMatchObject({
      Version: '2.1',
      JobID: 'christmas',
      Types: 'Product',
    });
    expect(attributesOf(TICKET, 'Product')).toMatchObject({ ID: 'P1', Amount: '2500' });
    expect(attributesOf(TICKET, 'LayoutIntent')).toEqual({
      Bleed: '8.504',
      Dimensions: '841.89 595.276',
      FinishedDimensions: '283.465 595.276 0',
      Pages: '2',
      Sides: 'TwoSidedHeadToHead',
    });
    expect(attributesOf(TICKET, 'FoldingIntent')).toEqual({
      FoldCatalog: 'F6-5',
      FoldingDetails: 'RollFold',
    });
    expect(attributesOf(TICKET, 'SurfaceColor')?.ColorsUsed).toBe(
      'Cyan Magenta Yellow Black PANTONE_286_C',
    );
    expect(attributesOf(TICKET, 'MediaIntent')).toMatchObject({ Weight: '150' });
    expect(attributesOf(TICKET, 'FileSpec')?.URL).toBe('print/a%20b.pdf');
    expect(attributesOf(TICKET, 'RunList')?.NPage).toBe('2');
    expect(attributesOf(TICKET, 'Part')).toEqual({ Product: 'P1', Run: 'R1' });
  });

  test('a fold without a number in the catalogue is not given one, nor a range of papers a weight', () => {
    const { catalog: _, ...fold } = PIECE.fold;
    const piece = { ...PIECE, fold, stock: { from: 115, to: 170, caliper: 0.12 } };
    const ticket = { ...TICKET, pieces: [piece] };
    expect(attributesOf(ticket, 'FoldingIntent')).toBeUndefined();
    expect(attributesOf(ticket, 'MediaIntent')?.Weight).toBeUndefined();
  });

  test('is well-formed whatever the campaign is called', () => {
    const title = 'A "B" <c> & d\u0000\u000b\ud800 \t\n\uffff é 😀';
    const xml = ticketXjdf({ ...TICKET, title, campaign: 'a b/c' });
    const [root] = elementsOf(xml);
    expect(root?.attributes.DescriptiveName).toBe('A "B" <c> & d \t\n é 😀');
    expect(root?.attributes.JobID).toBe('a_b_c');
  });
});
