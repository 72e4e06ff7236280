/** A name object, `/DeviceCMYK`, without its slash. */
export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value in a content stream or CMap. Strings are bytes. */
export type Operand =
  | number
  | boolean
  | null
  | Name
  | Uint8Array
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

/** An operator with the operands that stand before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** Deepest nesting of arrays and dictionaries that is read; what lies deeper is skipped. */
const DEEPEST = 32;
/** Operands kept before an operator: a bfrange of a CMap takes 300, some programs write more. */
const MOST_OPERANDS = 4096;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((it) => it.charCodeAt(0)));
const isRegular = (byte: number): boolean => !SPACE.has(byte) && !DELIMITERS.has(byte);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Reads the operations of a content stream or CMap in order (ISO 32000-1, 7.2 and 7.8). Never throws. */
export function* readOperations(bytes: Uint8Array): Generator<Operation> {
  const lexer = new Lexer(bytes);
  let operands: Operand[] = [];
  for (let token = lexer.next(0); token !== undefined; token = lexer.next(0)) {
    if (!(token instanceof Word)) {
      if (operands.length < MOST_OPERANDS) operands.push(token);
      continue;
    }
    if (token.text === 'ID') lexer.skipImage();
    yield { operator: token.text, operands };
    operands = [];
  }
}

/** A word that is no value: an operator. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Lexer {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(depth: number): Operand | Word | undefined {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    const second = this.#bytes[this.#at + 1];
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literalString();
    if (byte === 0x3c && second !== 0x3c) return this.#hexString();
    if (byte === 0x3c) return this.#dictionary(depth);
    if (byte === 0x5b) return this.#array(depth);
    if (isRegular(byte)) return this.#regular();
    this.#at += byte === 0x3e && second === 0x3e ? 2 : 1;
    return new Word(String.fromCharCode(byte));
  }

  /** Past an inline image's data: to an `EI` between white space. */
  skipImage(): void {
    const bytes = this.#bytes;
    for (let at = this.#at + 1; at < bytes.length; at += 1) {
      const isEnd = bytes[at] === 0x45 && bytes[at + 1] === 0x49;
      if (isEnd && SPACE.has(bytes[at - 1] ?? 0) && !isRegular(bytes[at + 2] ?? 32)) {
        this.#at = at;
        return;
      }
    }
    this.#at = bytes.length;
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === 0x25) this.#skipLine();
      else if (byte !== undefined && SPACE.has(byte)) this.#at += 1;
      else return;
    }
  }

  #skipLine(): void {
    let byte = this.#bytes[this.#at];
    while (byte !== undefined && byte !== 10 && byte !== 13) {
      this.#at += 1;
      byte = this.#bytes[this.#at];
    }
  }

  #text(): string {
    const from = this.#at;
    while (this.#at < this.#bytes.length && isRegular(this.#bytes[this.#at] ?? 32)) this.#at += 1;
    return latin1(this.#bytes.subarray(from, this.#at));
  }

  #regular(): Operand | Word {
    const text = this.#text();
    if (NUMBER.test(text)) return Number(text);
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : new Word(text);
  }

  #name(): Name {
    this.#at += 1;
    return new Name(
      this.#text().replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
  }

  #hexString(): Uint8Array {
    this.#at += 1;
    const digits: number[] = [];
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === 0x3e) break;
      const digit = Number.parseInt(String.fromCharCode(byte), 16);
      if (!Number.isNaN(digit)) digits.push(digit);
    }
    this.#at += 1;
    if (digits.length % 2 === 1) digits.push(0);
    return Uint8Array.from(
      { length: digits.length / 2 },
      (_, at) => (digits[2 * at] ?? 0) * 16 + (digits[2 * at + 1] ?? 0),
    );
  }

  #literalString(): Uint8Array {
    this.#at += 1;
    const out: number[] = [];
    let open = 1;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === 0x5c) {
        this.#at += 1;
        this.#escape(out);
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      out.push(byte);
    }
    this.#at += 1;
    return Uint8Array.from(out);
  }

  /** After a backslash (ISO 32000-1, table 3); leaves the place on the escape's last byte. */
  #escape(out: number[]): void {
    const byte = this.#bytes[this.#at] ?? 0;
    const known = 'nrtbf'.indexOf(String.fromCharCode(byte));
    if (known >= 0) out.push([10, 13, 9, 8, 12][known] ?? 0);
    else if (byte >= 0x30 && byte <= 0x37) out.push(this.#octal());
    else if (byte === 13 && this.#bytes[this.#at + 1] === 10) this.#at += 1;
    else if (byte !== 10 && byte !== 13) out.push(byte);
  }

  #octal(): number {
    let value = 0;
    for (let count = 0; count < 3; count += 1) {
      const byte = this.#bytes[this.#at + count] ?? 0;
      if (byte < 0x30 || byte > 0x37) {
        this.#at += count - 1;
        return value & 255;
      }
      value = value * 8 + byte - 0x30;
    }
    this.#at += 2;
    return value & 255;
  }

  #array(depth: number): readonly Operand[] {
    this.#at += 1;
    return this.#until(']', depth);
  }

  #dictionary(depth: number): ReadonlyMap<string, Operand> {
    this.#at += 2;
    const entries = this.#until('>', depth);
    const map = new Map<string, Operand>();
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const key = entries[at];
      if (key instanceof Name) map.set(key.text, entries[at + 1] ?? null);
    }
    return map;
  }

  #until(end: string, depth: number): Operand[] {
    const items: Operand[] = [];
    if (depth >= DEEPEST) return items;
    for (let token = this.next(depth + 1); token !== undefined; token = this.next(depth + 1)) {
      if (!(token instanceof Word)) items.push(token);
      else if (token.text === end) break;
    }
    return items;
  }
}

/** Bytes as text, one character a byte. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
