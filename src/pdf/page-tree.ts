/** Pages below one node of the tree: a flat tree of a million pages would be one object of ten megabytes. Our choice. */
const MOST_KIDS = 256;

/** A node of the tree, whole. */
export interface TreeNode {
  readonly number: number;
  readonly body: string;
}

/** The page tree of a file whose pages come one after another: a root, nodes below it, pages below those. */
export class PageTree {
  readonly #root: number;
  readonly #take: () => number;
  readonly #nodes: number[] = [];
  #node: number | undefined;
  #kids: number[] = [];
  #count = 0;

  /** `root`: the object that the catalogue names; `take`: gives a new object's number. */
  constructor(root: number, take: () => number) {
    this.#root = root;
    this.#take = take;
  }

  /** The same tree, to be ended apart from this one. */
  copy(): PageTree {
    const tree = new PageTree(this.#root, this.#take);
    tree.#nodes.push(...this.#nodes);
    tree.#node = this.#node;
    tree.#kids = [...this.#kids];
    tree.#count = this.#count;
    return tree;
  }

  /** The node that the next page belongs to. */
  parent(): number {
    this.#node ??= this.#take();
    return this.#node;
  }

  /** Adds a page that named `parent()`; gives the node that it filled, if it filled one. */
  add(page: number): readonly TreeNode[] {
    this.#kids.push(page);
    this.#count += 1;
    return this.#kids.length === MOST_KIDS ? this.#close() : [];
  }

  /** The last node, and the root. */
  end(): readonly TreeNode[] {
    const last = this.#close();
    const root = `<<\n/Type /Pages\n/Count ${this.#count}\n/Kids [${references(this.#nodes)}]\n>>`;
    return [...last, { number: this.#root, body: root }];
  }

  #close(): readonly TreeNode[] {
    const number = this.#node;
    if (number === undefined) return [];
    const kids = this.#kids;
    this.#nodes.push(number);
    this.#node = undefined;
    this.#kids = [];
    const body = `<<\n/Type /Pages\n/Parent ${this.#root} 0 R\n/Count ${kids.length}\n/Kids [${references(kids)}]\n>>`;
    return [{ number, body }];
  }
}

const references = (numbers: readonly number[]): string =>
  numbers.map((it) => `${it} 0 R`).join(' ');
