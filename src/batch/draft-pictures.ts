import { readFileSync } from 'node:fs';
import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Form, Leaflet } from '../plan/plan.js';
import type { PaintPages } from '../prove/paint-pages.js';
import { sha256Hex } from '../units/hash.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { contactSheet, MOST_ON_A_SHEET, makeThumb, type Thumb } from './contact-sheet.js';
import { formPicture, PICTURE_DPI } from './form-picture.js';
import { holdsBytes } from './holds-bytes.js';
import type { PictureEntry } from './manifest.js';
import type { Outlet } from './outlet.js';
import { fromPng, toPng } from './picture.js';

interface PicturesOf {
  readonly forms: readonly LaidOutForm[];
  /** The leaflets that pictures stand for. */
  readonly leaflets: readonly Leaflet[];
  readonly outlet: Outlet;
  /** Pictures that an earlier run listed: of forms that this one does not make. */
  readonly before: readonly PictureEntry[];
  /** Told of every picture why it was written, or that it stood as it is. */
  readonly onFile: (file: string, why: string | undefined) => void;
  /** Pictures that earlier runs of the process drew of the same bytes. */
  readonly workshop?: Workshop | undefined;
}

/** The pictures of a draft: one of each form, and contact sheets of all. */
export class DraftPictures {
  private readonly paint: PaintPages;
  private readonly of: PicturesOf;
  private readonly made: PictureEntry[] = [];
  private readonly thumbs = new Map<string, Thumb>();

  constructor(paint: PaintPages, of: PicturesOf) {
    this.paint = paint;
    this.of = of;
  }

  private get workshop(): Workshop {
    return this.of.workshop ?? NO_WORKSHOP;
  }

  /** What this run wrote. */
  get entries(): readonly PictureEntry[] {
    return this.made;
  }

  /** What a manifest lists: this run's pictures, and unless it made all, an earlier run's that still stand. */
  listed(isAll: boolean): readonly PictureEntry[] {
    const mine = new Set(this.made.map(({ file }) => file));
    const kept = isAll ? [] : this.of.before.filter(({ file }) => !mine.has(file));
    const order = new Map(this.of.forms.map(({ form }, index) => [form.id, index]));
    const last = order.size;
    const placeOf = ({ form }: PictureEntry): number => order.get(form ?? '') ?? last;
    return [...kept, ...this.made].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Draws a form from the finished bytes of one of its leaflets. */
  async add(form: LaidOutForm, bytes: Uint8Array): Promise<Finding[]> {
    const { id } = form.form;
    const name = this.nameOf(form.form);
    const of = [form, sha256Hex(bytes), name.phones];
    const { png, thumb } = await this.workshop.kept('picture', of, async () => {
      const picture = await formPicture(form, await this.paint(bytes, PICTURE_DPI));
      const [png, thumb] = await Promise.all([toPng(picture), makeThumb(name, picture)]);
      return { png, thumb };
    });
    this.thumbs.set(id, thumb);
    return this.write(`${id}.png`, png, id);
  }

  /** Draws the contact sheets, once all forms are drawn. */
  async addSheets(): Promise<Finding[]> {
    const { forms } = this.of;
    const thumbs: Thumb[] = [];
    for (const { form } of forms) {
      const thumb = this.thumbs.get(form.id) ?? (await this.earlier(form));
      if (thumb) thumbs.push(thumb);
    }
    const typesetter = forms[0]?.typesetter;
    if (!typesetter) return [];
    for (let at = 0; at < thumbs.length; at += MOST_ON_A_SHEET) {
      const number = at / MOST_ON_A_SHEET + 1;
      const file = number === 1 ? 'contact-sheet.png' : `contact-sheet-${number}.png`;
      const shown = thumbs.slice(at, at + MOST_ON_A_SHEET);
      const sheet = await this.workshop.kept('sheet', [...shown, typesetter], () =>
        contactSheet(shown, typesetter),
      );
      const faults = this.write(file, sheet, undefined);
      if (faults.length > 0) return faults;
    }
    return [];
  }

  /** The picture of a form that an earlier run made, if it is still as that run wrote it. */
  private async earlier(form: Form): Promise<Thumb | undefined> {
    const entry = this.of.before.find((it) => it.form === form.id);
    if (entry?.file !== `${form.id}.png`) return undefined;
    try {
      const png = readFileSync(this.of.outlet.pathOf(entry.file));
      if (sha256Hex(png) !== entry.sha256) return undefined;
      const name = this.nameOf(form);
      return await this.workshop.kept('thumb', [entry.sha256, name.id, name.phones], async () =>
        makeThumb(name, await fromPng(png)),
      );
    } catch {
      return undefined;
    }
  }

  private nameOf(form: Form): Pick<Thumb, 'id' | 'phones'> {
    const phones = this.of.leaflets.filter((it) => it.form === form).map(({ phone }) => phone);
    const names = [...new Set(phones.map(({ maker, model }) => `${maker} ${model}`))];
    const [first = '', ...more] = names;
    return { id: form.id, phones: more.length > 0 ? `${first} and ${more.length} more` : first };
  }

  /** Writes a picture, unless it stands already as it was drawn now. */
  private write(file: string, png: Uint8Array, form: string | undefined): Finding[] {
    const { outlet, before, onFile } = this.of;
    const isSame = holdsBytes(outlet.pathOf(file), [png]) === 'same';
    const faults = isSame ? [] : outlet.write(file, png);
    if (faults.length > 0) return faults;
    this.made.push({ file, sha256: sha256Hex(png), form });
    const why = before.some((it) => it.file === file) ? 'looks different' : 'new';
    onFile(file, isSame ? undefined : why);
    return [];
  }
}
