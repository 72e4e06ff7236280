import Handlebars from 'handlebars';
import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { DEEPEST } from './template-reading.js';

/** A template's text as Handlebars reads it, unless it is too long, too deep, or no template. */
export function parseTemplate(file: string, text: string): Checked<hbs.AST.Program> {
  const tooMuch = tooLongOrDeep(file, text);
  if (tooMuch) return { value: undefined, findings: [tooMuch] };
  try {
    return { value: Handlebars.parse(text), findings: [] };
  } catch (fault) {
    return { value: undefined, findings: [unreadable(file, text, fault)] };
  }
}

/** Our choice: a template of a leaflet has a hundred lines; this is some thousands. */
const LONGEST = 200_000;

/** Handlebars takes minutes over thousands of choices in one another: they are counted before it reads. */
function tooLongOrDeep(file: string, text: string): Finding | undefined {
  if (text.length > LONGEST) {
    const problem = `the template has ${text.length} characters; the limit is ${LONGEST}`;
    return finding('template/syntax', { file }, problem, 'take out what is no template');
  }
  let depth = 0;
  for (const tag of text.matchAll(/\{\{~?[ \t]*([#/])/g)) {
    depth += tag[1] === '#' ? 1 : -1;
    if (depth <= DEEPEST) continue;
    const line = text.slice(0, tag.index).split('\n').length;
    const fix = `use at most ${DEEPEST} choices in one another`;
    const problem = 'too many choices stand in one another';
    return finding('template/syntax', { file, line }, problem, fix);
  }
  return undefined;
}

/** Handlebars names the line in its message; its own words are no instruction. */
function unreadable(file: string, text: string, fault: unknown): Finding {
  const open = choiceLeftOpen(text);
  if (open !== undefined)
    return finding(
      'template/syntax',
      { file, line: open.line },
      `${quoted(open.tag)} is not closed`,
      `write {{/${open.name}}} where it ends`,
    );
  const said = fault instanceof Error ? fault.message : '';
  const named = /(?:on line |- )(\d+)/.exec(said)?.[1];
  const line = named === undefined ? odd(text) : Number(named);
  const there = line === undefined ? '' : (text.split('\n')[line - 1]?.trim() ?? '');
  const where = there === '' ? 'the template' : quoted(there);
  return finding(
    'template/syntax',
    { file, line },
    `${where} cannot be read as Handlebars`,
    'close every {{ with }}, every {{#if …}} with {{/if}}; write {{copy.id}}, {{#if path}} or {{#if (is path "word")}}, and a number in a path as [1]',
  );
}

/** The innermost choice that has no end of its own. */
function choiceLeftOpen(text: string): { tag: string; name: string; line: number } | undefined {
  const open: { tag: string; name: string; line: number }[] = [];
  for (const { 0: tag, 1: kind, 2: name = '', index } of text.matchAll(
    /\{\{~?[ \t]*([#/])[ \t]*([\w-]+)[^{}]*\}\}/g,
  )) {
    if (kind === '#') open.push({ tag, name, line: text.slice(0, index).split('\n').length });
    else if (open.at(-1)?.name === name) open.pop();
    else return open.at(-1);
  }
  return open.at(-1);
}

/** The first line with something that Handlebars has and a template here has not. */
function odd(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => /\{\{[#{&]?>|as \|/.test(line));
  return index < 0 ? undefined : index + 1;
}
