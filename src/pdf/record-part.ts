import type { Leaflet } from '../plan/plan.js';
import { pdfText } from './pdf-syntax.js';

/** The root of a file's records: campaign, then record (ISO 16612-2; ISO 32000-2, 14.12). `node`: the node that holds all records. */
export const recordRoot = (node: number): string =>
  `<<\n/Type /DPartRoot\n/DPartRootNode ${node} 0 R\n/RecordLevel 1\n/NodeNameList [/Campaign /Leaflet]\n>>`;

/** One leaflet among the records, with what a press may sort by. `pages`: its pages' numbers, in order. */
export function recordPart(leaflet: Leaflet, parent: number, pages: readonly number[]): string {
  const { phone, jobCode, form } = leaflet;
  const shop = phone.shop === undefined ? '' : ` /Shop ${pdfText(phone.shop)}`;
  const metadata = `/Sku ${pdfText(phone.sku)} /JobCode ${pdfText(jobCode)} /Locale ${pdfText(form.locales)}${shop} /Copies ${phone.quantity}`;
  return `<<\n/Type /DPart\n/Parent ${parent} 0 R\n/Start ${pages[0]} 0 R\n/End ${pages.at(-1)} 0 R\n/DPM << ${metadata} >>\n>>`;
}
