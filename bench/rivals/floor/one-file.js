// The byte floor in one file: panels once, two pages a record, and the records that PDF/VT-1 asks for (ISO 16612-2).
import { eachRecord, oneFile, recordCount } from '../arguments.js';
import { recordOf } from '../fixture.js';
import { fieldsOf, kindOf, partOf } from './kind.js';
import { ObjectFile } from './object-file.js';

/** Pages below one node of the page tree: our choice, because viewers read a node whole. */
const LEAVES = 64;

/** Writes one file for all records of the run. */
export function write() {
  const { objects, pages, own, next } = JSON.parse(partOf('one-file.json', 'utf8'));
  const { texts, trailer } = kindOf(0);
  const file = new ObjectFile(oneFile, next);
  const tree = new Pages(file, Number(/\/Parent (\d+) 0 R/.exec(pages[0].body)[1]));
  const parts = { root: file.number(), node: file.number(), all: [] };
  for (const [number, body] of objects) {
    const marked = number === trailer.root ? withRecords(body, parts.root) : body;
    if (number !== tree.root) file.put(number, marked);
  }
  const sides = own.map((renamed) => pages.map(({ body }) => sideOf(body, renamed, texts)));
  for (const record of eachRecord()) addRecord(file, tree, parts, sides[record.kind], record);
  tree.end();
  putRecords(file, parts);
  const fields = fieldsOf(recordOf(0));
  const contents = new Set(sides[0].map(({ content }) => content));
  for (const [number, text] of texts)
    if (!contents.has(number)) file.put(number, text.with(fields));
  file.end(trailer, fields.id);
}

const refs = (numbers) => numbers.map((it) => `${it} 0 R`).join(' ');

const withRecords = (catalogue, root) => catalogue.replace('<<\n', `<<\n/DPartRoot ${root} 0 R\n`);

/** A page before its parent's number, from there to its own content's, and behind that; and that content. */
function sideOf(body, renamed, texts) {
  const held = body.replace(/ (\d+) 0 R/g, (ref, number) =>
    renamed[number] === undefined ? ref : ` ${renamed[number]} 0 R`,
  );
  const parts = /^([\s\S]*\/Parent )\d+( 0 R[\s\S]* )(\d+) 0 R\](\n>>)$/.exec(held);
  const [, before, between, content, after] = parts;
  return { before, between, after, content: Number(content), text: texts.get(Number(content)) };
}

function addRecord(file, tree, parts, sides, record) {
  const fields = fieldsOf(record);
  const part = file.number();
  const made = sides.map(({ before, between, after, text }) => {
    const content = file.number();
    file.put(content, text.with(fields));
    const page = file.number();
    const rest = `${between}${content} 0 R]\n/DPart ${part} 0 R${after}`;
    file.put(page, `${before}${tree.parent}${rest}`);
    tree.add(page);
    return page;
  });
  const metadata = `/Sku (${record.sku}) /JobCode (${fields.job}) /Locale (en-GB) /Shop (${record.shop}) /Copies 1`;
  const range = `/Start ${made[0]} 0 R\n/End ${made.at(-1)} 0 R`;
  file.put(
    part,
    `<<\n/Type /DPart\n/Parent ${parts.node} 0 R\n${range}\n/DPM << ${metadata} >>\n>>`,
  );
  parts.all.push(part);
}

function putRecords(file, { root, node, all }) {
  const names = '/RecordLevel 1\n/NodeNameList [/Campaign /Leaflet]';
  file.put(root, `<<\n/Type /DPartRoot\n/DPartRootNode ${node} 0 R\n${names}\n>>`);
  file.put(node, `<<\n/Type /DPart\n/Parent ${root} 0 R\n/DParts [[${refs(all)}]]\n>>`);
}

/** The tree of pages: a root, and nodes of up to 64 pages. */
class Pages {
  #file;
  #nodes = [];
  #kids = [];

  constructor(file, root) {
    this.#file = file;
    this.root = root;
    this.parent = file.number();
  }

  add(page) {
    this.#kids.push(page);
    if (this.#kids.length === LEAVES) this.#endNode();
  }

  end() {
    if (this.#kids.length > 0) this.#endNode();
    const count = 2 * recordCount;
    const kids = refs(this.#nodes);
    this.#file.put(this.root, `<<\n/Type /Pages\n/Count ${count}\n/Kids [${kids}]\n>>`);
  }

  #endNode() {
    const kids = `/Count ${this.#kids.length}\n/Kids [${refs(this.#kids)}]`;
    this.#file.put(this.parent, `<<\n/Type /Pages\n/Parent ${this.root} 0 R\n${kids}\n>>`);
    this.#nodes.push(this.parent);
    this.#kids = [];
    this.parent = this.#file.number();
  }
}
