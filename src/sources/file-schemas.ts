import { z } from 'zod';
import { ApprovalFile } from './approval.js';
import { BrandKitFile } from './brand-kit-file.js';
import { CampaignFile } from './campaign.js';
import { ContactRegisterFile } from './contact-register.js';
import { CopyDeckFile } from './copy-deck.js';
import { FormatFile } from './format-file.js';
import { LocaleFile } from './locale-file.js';
import { PressProfileFile } from './press-profile-file.js';
import { TemplateFile } from './template.js';

/** Every file that a person writes as YAML or JSON, by the name of its JSON Schema. */
const FILES = {
  campaign: { title: 'campaigns/<id>/campaign.yaml', schema: CampaignFile },
  'copy-deck': { title: 'locales/<tag>/<deck>.yaml', schema: CopyDeckFile },
  approval: { title: 'locales/<tag>/<deck>.approval.json', schema: ApprovalFile },
  'contact-register': { title: 'locales/contacts/<country>.yaml', schema: ContactRegisterFile },
  locale: { title: 'locales/<tag>/locale.yaml', schema: LocaleFile },
  template: { title: 'templates/<id>/template.yaml', schema: TemplateFile },
  format: { title: 'templates/formats/<id>.yaml', schema: FormatFile },
  'brand-kit': { title: 'brand-kits/<id>/brand.json', schema: BrandKitFile },
  'press-profile': { title: 'press/<id>.yaml', schema: PressProfileFile },
} as const satisfies Record<string, { title: string; schema: z.ZodType }>;

/** File name -> text of the JSON Schemas by which editors complete and check what a person writes. */
export function fileSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
