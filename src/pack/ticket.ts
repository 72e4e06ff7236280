import { z } from 'zod';

const length = z.number().positive();
const count = z.int().min(0);
const size = z.strictObject({ width: length, height: length });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const Panel = z.strictObject({
  name: z.string(),
  x: z.number(),
  y: z.number(),
  width: length,
  height: length,
  turned: z.boolean().optional().describe('stands on its head on the flat piece'),
});

const Piece = z.strictObject({
  id: z.string().regex(/^P\d+$/),
  template: z.string(),
  title: z.string(),
  format: z.strictObject({ id: z.string(), title: z.string() }),
  flat: size.describe('trimmed, before it is folded, in mm'),
  finished: size.describe('trimmed and folded, in mm'),
  bleed: z.number().min(0),
  pages: z.int().min(1).max(2).describe('sides that are printed, each a page of its PDF'),
  fold: z.strictObject({
    kind: z.enum(['none', 'roll', 'half', 'z', 'cross']),
    catalog: z.string().optional().describe('the number in CIP4’s fold catalogue'),
    steps: z
      .array(
        z.strictObject({
          part: z.enum(['left', 'right', 'top', 'bottom']).describe('the part that moves'),
          at: z.number().describe('mm from the left or the top of the last side, flat'),
          to: z.enum(['over', 'under']),
        }),
      )
      .describe('as they are made, with the last side up'),
  }),
  stock: z
    .strictObject({ from: length, to: length, caliper: length })
    .optional()
    .describe('what the format is made for, g/m²; the caliper in mm'),
  processingSteps: z
    .array(z.string())
    .describe('plates that are cut, folded or glued, not printed'),
  sides: z.array(z.strictObject({ name: z.string(), panels: z.array(Panel) })),
  leaflets: count,
  quantity: count,
});
export type TicketPiece = Readonly<z.infer<typeof Piece>>;

const Version = z.strictObject({
  piece: z.string(),
  brand: z.string(),
  locale: z.string(),
  plates: z.array(z.string()).describe('the inks, spot colours by name'),
  leaflets: count,
  quantity: count,
  jobCodes: z.strictObject({ first: z.string(), last: z.string() }),
});
export type TicketVersion = Readonly<z.infer<typeof Version>>;

const Leaflet = z.strictObject({
  piece: z.string(),
  brand: z.string(),
  locale: z.string(),
  sku: z.string(),
  shop: z.string().optional(),
  jobCode: z.string(),
  quantity: count,
  file: z.string().optional().describe('absent where sheets are imposed'),
  pages: z
    .tuple([z.int().min(1), z.int().min(1)])
    .optional()
    .describe('first and last, from 1'),
});
export type TicketLeaflet = Readonly<z.infer<typeof Leaflet>>;

const PackedFile = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
});
export type PackedFile = Readonly<z.infer<typeof PackedFile>>;

const NUp = z.strictObject({
  sheet: size.describe('mm'),
  flip: z.enum(['long', 'short']).describe('the edge of the sheet that it is turned over by'),
  gutter: z.number(),
  piles: z.array(
    z.strictObject({
      file: z.string(),
      piece: z.string(),
      brand: z.string(),
      locale: z.string(),
      up: z.int().min(1),
      sheets: z.int().min(1),
      leaflets: z.int().min(1).describe('how many are cut from the pile'),
    }),
  ),
  leftOut: z.array(z.strictObject({ piece: z.string(), why: z.string() })),
});
export type NUpTicket = Readonly<z.infer<typeof NUp>>;

/** `ticket.json`: what a printer must know of a delivery, for machines. */
export const Ticket = z.strictObject({
  ticket: z.literal(1),
  safeleaf: z.string(),
  campaign: z.string(),
  title: z.string(),
  demonstration: z.boolean().describe('not for distribution'),
  prepared: day,
  sender: z
    .strictObject({ name: z.string(), email: z.string().optional(), phone: z.string().optional() })
    .optional(),
  press: z.strictObject({
    id: z.string(),
    title: z.string(),
    condition: z.string(),
    conditionInfo: z.string(),
  }),
  pieces: z.array(Piece),
  versions: z.array(Version),
  leaflets: z.array(Leaflet),
  nUp: NUp.optional(),
  files: z.array(PackedFile).describe('the PDFs for the press'),
});
export type Ticket = Readonly<z.infer<typeof Ticket>>;

/** The text of `schemas/ticket.schema.json`. @public scripts/generate-ticket-schema.js takes it from what is built. */
export function ticketSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(Ticket);
  const title = 'ticket.json of safeleaf pack';
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
