import { type Finding, finding } from '../diagnostics/finding.js';
import type { Format } from '../sources/format.js';
import type { Phone } from '../sources/phone.js';
import type { Template } from '../sources/template.js';
import { fitInBox } from './fit-in-box.js';

/** The format that a phone's leaflet has: the template's, or the first of several whose folded piece lies in the phone's box. */
export function chooseFormat(
  formats: readonly Format[],
  { box }: Phone,
): Format | 'no-box' | 'no-fit' {
  let isUnknown = false;
  for (const format of formats) {
    const room = box ?? format.inBox?.box;
    if (format.inBox === undefined) return format;
    if (room === undefined) {
      isUnknown = true;
      continue;
    }
    const fitting = fitInBox(format, room);
    if (fitting !== undefined) return fitting;
  }
  return isUnknown ? 'no-box' : 'no-fit';
}

const mm = (value: number): string => `${Math.round(value * 10) / 10}`;

/** Says of a phone that its box is not known, or that no size of the piece lies in it. */
export function formatFault(
  fault: 'no-box' | 'no-fit',
  template: Template,
  formats: readonly Format[],
  phone: Phone,
): Finding {
  const context = { leaflet: template.id };
  if (fault === 'no-box' || phone.box === undefined)
    return finding(
      'plan/box-unknown',
      phone.place,
      `nothing says how large the box of ${phone.maker} ${phone.model} is, and "${template.title}" has to lie in it`,
      'write length x width x depth of its inside in mm into the column "box", such as "165 x 85 x 30"',
      context,
    );
  const { length, width, depth } = phone.box;
  const asked = formats.flatMap(({ inBox }) => {
    if (inBox === undefined) return [];
    const { panel, play, depthShare } = inBox;
    const [least, most] = [panel.width[0] + play, panel.height[0] + play];
    return [`${mm(most)} x ${mm(least)} mm and ${mm(depthShare * 100)} % of the depth`];
  });
  return finding(
    'plan/box-too-small',
    phone.place,
    `no size of "${template.title}" lies in a box of ${length} x ${width} x ${depth} mm; the least asks for ${asked.join(', or ')}`,
    'correct the box in the catalogue, or name a format with smaller panels under "otherFormats:" in template.yaml',
    context,
  );
}
