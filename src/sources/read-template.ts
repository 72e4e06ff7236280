import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import { readTextFile } from './read-text-file.js';
import { readYamlFile } from './read-yaml-file.js';
import type { FromFile } from './source-file.js';
import { type Template, TemplateFile } from './template.js';

const CODES = {
  missing: 'template/missing',
  unreadable: 'template/unreadable',
  wrong: 'template/field',
  kind: 'template',
} as const;

/** Fields of a phone that a template may print inline. */
const INLINE_FIELDS = ['sku', 'maker', 'model', 'os', 'network', 'ean', 'shop'].map(
  (field) => `phone.${field}`,
);

/** Every template of the workspace and of the package, by id. */
export const templateIds = (world: World): readonly string[] =>
  world.list('templates/*/template.yaml').map((path) => path.split('/')[1] ?? '');

/** Reads `templates/<id>/`: template.yaml, leaflet.hbs, style.css and icons. */
export function readTemplate(world: World, id: string): Checked<Template> {
  const folder = `templates/${id}`;
  const read = readYamlFile(world, `${folder}/template.yaml`, TemplateFile, CODES);
  const twin = twinFolder(world, read.value?.value.twinOf);
  const isOwn = twin === undefined || world.list(`${folder}/leaflet.hbs`).length > 0;
  const leafletFile = `${isOwn ? folder : twin}/leaflet.hbs`;
  const leaflet = readPart(world, leafletFile, 'leaflet of the template');
  const style = readPart(world, `${folder}/style.css`, 'style sheet of the template');
  const icons = [twin ?? [], folder]
    .flat()
    .flatMap((it) => world.list(`${it}/icons/*.svg`))
    .map((path) => readPart(world, path, 'icon'));
  const findings = [read, leaflet, style, ...icons].flatMap((it) => it.findings);
  if (read.value === undefined || leaflet.value === undefined || style.value === undefined)
    return { value: undefined, findings };
  const { value: written, ...from } = read.value;
  const { twinOf, ...own } = written;
  const value: Template = {
    ...own,
    ...from,
    id,
    leaflet: leaflet.value,
    style: style.value,
    pictures: Object.fromEntries(
      [twin ?? [], folder]
        .flat()
        .flatMap((it) => world.list(`${it}/pictures/*.{jpg,jpeg,png,tif,tiff}`))
        .map((file) => [pictureName(file), { file, place: { file } }]),
    ),
    icons: Object.fromEntries(
      icons.flatMap(({ value: icon }) => (icon === undefined ? [] : [[iconName(icon.file), icon]])),
    ),
  };
  const unknown = [...unknownInline(written, from), ...unknownTwin(world, twinOf, from)];
  return { value, findings: [...findings, ...unknown] };
}

/** Where the template stands that this one is a twin of: the same panels and words in another size. */
const twinFolder = (world: World, twinOf: string | undefined): string | undefined =>
  twinOf !== undefined && templateIds(world).includes(twinOf) ? `templates/${twinOf}` : undefined;

const pictureName = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');

const iconName = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.svg$/, '');

function readPart(
  world: World,
  file: string,
  kind: string,
): Checked<{ file: string; text: string }> {
  const codes = { missing: CODES.missing, unreadable: CODES.unreadable, kind };
  const { value, findings } = readTextFile(world, file, codes);
  return { value: value && { file, text: value.text }, findings };
}

function unknownTwin(world: World, twinOf: string | undefined, { locate }: FromFile): Finding[] {
  const known = templateIds(world);
  if (twinOf === undefined || known.includes(twinOf)) return [];
  const problem = `${quoted(twinOf)} is no template`;
  return [finding(CODES.wrong, locate(['twinOf']), problem, nameOneOf(twinOf, known))];
}

function unknownInline({ inline }: TemplateFile, { locate }: FromFile): Finding[] {
  return inline.flatMap((path, index) => {
    if (INLINE_FIELDS.includes(path)) return [];
    const problem = `${quoted(path)} is no field of a phone that can stand in the copy`;
    const fix = nameOneOf(path, INLINE_FIELDS);
    return [finding(CODES.wrong, locate(['inline', index]), problem, fix)];
  });
}
