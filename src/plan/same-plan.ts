import type { Checked } from '../diagnostics/finding.js';
import type { Workshop } from '../units/workshop.js';
import type { Form, Leaflet, Plan } from './plan.js';

/** The same plan, with those forms and leaflets of an earlier run that are equal to its own: what was made of them still holds. */
export function samePlan({ value, findings }: Checked<Plan>, workshop: Workshop): Checked<Plan> {
  if (value === undefined || !workshop.lasts) return { value, findings };
  const sameOf = new Map(value.forms.map((form) => [form, sameForm(form, workshop)]));
  const leaflets = value.leaflets.map((leaflet): Leaflet => {
    const form = sameOf.get(leaflet.form) ?? leaflet.form;
    return workshop.same(`leaflet ${leaflet.jobCode}`, { ...leaflet, form });
  });
  return { value: { ...value, forms: [...sameOf.values()], leaflets }, findings };
}

/** A form whose words changed keeps its format, which may have been mirrored anew. */
function sameForm(form: Form, workshop: Workshop): Form {
  const format = workshop.same(`format ${form.id}`, form.format);
  return workshop.same(`form ${form.id}`, { ...form, format });
}
