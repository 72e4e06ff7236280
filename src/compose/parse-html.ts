import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { isToken } from './fill-template.js';

/** A tag as it is written, with its attributes; values may hold tokens. */
export interface Tag {
  readonly kind: 'tag';
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    readonly place: Place;
  }[];
  readonly children: HtmlNode[];
  readonly place: Place;
}

export type HtmlNode =
  | Tag
  | { readonly kind: 'token'; readonly token: string; readonly place: Place }
  | { readonly kind: 'space' };

/** Elements that have no end tag in HTML; those of ours that hold nothing may close themselves. */
const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'wbr',
  'source',
  'embed',
  'area',
  'base',
  'col',
  'param',
  'track',
]);

/** Our choice: no leaflet nests boxes deeper, and a stack has an end. */
const DEEPEST = 60;

/** White space of HTML. */
const SPACE = /^[ \t\n\f\r]$/;

/** Reads filled HTML as a tree, strictly: what a browser would repair without a word is reported. */
export function parseHtml(
  html: string,
  placeAt: (offset: number) => Place,
  report: (finding: Finding) => void,
): readonly HtmlNode[] {
  const reader = new HtmlReader(html, placeAt, report);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: true },
    reader,
  );
  tokenizer.write(html);
  tokenizer.end();
  return reader.finish();
}

class HtmlReader implements TokenizerCallbacks {
  private readonly top: HtmlNode[] = [];
  private readonly open: Tag[] = [];
  private tag: { name: string; start: number; attributes: Tag['attributes'][number][] } | undefined;
  private attribute: { name: string; start: number; value: string } | undefined;
  /** Up to here everything has been read; what is left at the end is a tag that never ends. */
  private covered = 0;

  private readonly html: string;
  private readonly placeAt: (offset: number) => Place;
  private readonly report: (finding: Finding) => void;

  constructor(
    html: string,
    placeAt: (offset: number) => Place,
    report: (finding: Finding) => void,
  ) {
    this.html = html;
    this.placeAt = placeAt;
    this.report = report;
  }

  ontext(start: number, end: number): void {
    this.addText(this.html.slice(start, end), start, false);
    this.covered = end;
  }

  ontextentity(code: number, end: number): void {
    this.addText(String.fromCodePoint(code), Math.max(this.covered, 0), true);
    this.covered = end;
  }

  onopentagname(start: number, end: number): void {
    this.tag = {
      name: this.html.slice(start, end).toLowerCase(),
      start: start - 1,
      attributes: [],
    };
  }

  onattribname(start: number, end: number): void {
    this.attribute = { name: this.html.slice(start, end).toLowerCase(), start, value: '' };
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute) this.attribute.value += this.html.slice(start, end);
  }

  onattribentity(code: number): void {
    if (!this.attribute) return;
    const character = String.fromCodePoint(code);
    this.attribute.value += isToken(character) ? '\uFFFD' : character;
  }

  onattribend(): void {
    if (!this.attribute || !this.tag) return;
    const { name, start, value } = this.attribute;
    const place = this.placeAt(start);
    if (this.tag.attributes.some((it) => it.name === name))
      this.report(finding('html/attribute', place, `"${name}" is written twice`, 'write it once'));
    else this.tag.attributes.push({ name, value, place });
    this.attribute = undefined;
  }

  onopentagend(end: number): void {
    this.addTag(false, end);
  }

  onselfclosingtag(end: number): void {
    this.addTag(true, end);
  }

  onclosetag(start: number, end: number): void {
    this.covered = end + 1;
    const name = this.html.slice(start, end).trim().toLowerCase();
    if (this.open.at(-1)?.name === name) {
      this.open.pop();
      return;
    }
    this.closeOther(name, this.placeAt(start));
  }

  oncomment(start: number, end: number): void {
    // HTML reads <? … > and the like as comments too; a browser drops them without a word.
    if (this.html.startsWith('<!--', start - 4)) this.covered = end + 1;
    else this.refuse(start, end, 'a tag that starts with <? or <!');
  }

  oncdata(start: number, end: number): void {
    this.refuse(start, end, 'a CDATA section');
  }

  ondeclaration(start: number, end: number): void {
    this.refuse(start, end, 'a tag that starts with <? or <!');
  }

  onprocessinginstruction(start: number, end: number): void {
    this.refuse(start, end, 'a tag that starts with <? or <!');
  }

  onend(): void {}

  isInForeignContext(): boolean {
    return false;
  }

  /** The tree, once everything has been read. */
  finish(): readonly HtmlNode[] {
    if (this.covered < this.html.length && this.html.slice(this.covered).trim() !== '') {
      const rest = quoted(this.html.slice(this.covered).trim());
      const fix = 'end the tag with ">", and every quote with a second one';
      const at = this.placeAt(this.covered);
      this.report(finding('html/unclosed', at, `the tag at ${rest} never ends`, fix));
    }
    for (const { name, place } of this.open) this.unclosed(name, place);
    return this.top;
  }

  private refuse(start: number, end: number, what: string): void {
    this.covered = end + 1;
    const at = this.placeAt(start);
    this.report(finding('html/element', at, `the template holds ${what}`, 'take it out'));
  }

  private closeOther(name: string, place: Place): void {
    const isOpen = this.open.some((it) => it.name === name);
    if (!isOpen) {
      const fix = `take it out, or write <${name}> where it starts`;
      this.report(finding('html/unclosed', place, `</${name}> ends nothing`, fix));
      return;
    }
    while (this.open.length > 0) {
      const inner = this.open.pop();
      if (!inner || inner.name === name) return;
      this.unclosed(inner.name, inner.place, `before </${name}> in line ${place.line ?? 1}`);
    }
  }

  private unclosed(name: string, place: Place, where = 'anywhere'): void {
    const problem = `<${name}> is not closed ${where}`;
    const fix = `write </${name}> where it ends`;
    this.report(finding('html/unclosed', place, problem, fix));
  }

  private addTag(selfClosing: boolean, end: number): void {
    this.covered = end + 1;
    if (!this.tag) return;
    const { name, start, attributes } = this.tag;
    const tag: Tag = { kind: 'tag', name, attributes, children: [], place: this.placeAt(start) };
    this.tag = undefined;
    if (this.open.length >= DEEPEST) {
      const fix = `nest at most ${DEEPEST} elements`;
      this.report(finding('html/place', tag.place, `<${name}> stands too deep`, fix));
    } else this.siblings().push(tag);
    if (!selfClosing && !VOID.has(name)) this.open.push(tag);
  }

  private siblings(): HtmlNode[] {
    return this.open.at(-1)?.children ?? this.top;
  }

  /** Tokens become words; white space parts them; anything else is the template's own. */
  private addText(text: string, start: number, entity: boolean): void {
    let own = '';
    let ownAt = start;
    let at = start;
    for (const character of text) {
      // A token that is written as an entity is forged.
      const token = isToken(character) && !entity;
      if (token) {
        this.ownWords(own, ownAt);
        own = '';
        this.siblings().push({ kind: 'token', token: character, place: this.placeAt(at) });
      } else if (SPACE.test(character)) {
        this.siblings().push({ kind: 'space' });
        if (own !== '') own += ' ';
      } else {
        if (own === '') ownAt = at;
        own += character;
      }
      at += character.length;
    }
    this.ownWords(own, ownAt);
  }

  private ownWords(text: string, at: number): void {
    if (/^[ \t\n\f\r]*$/.test(text)) return;
    this.report(
      finding(
        'template/own-words',
        this.placeAt(at),
        `the template prints ${quoted(text.trim())}, which is no approved copy`,
        'put the words into the copy deck and print them as {{copy.id}}; draw lines and bullets with CSS and lists',
      ),
    );
  }
}
