import { Name, type Operand, Word } from './tokens.js';

/** Deepest nesting of arrays and dictionaries that is read; what lies deeper is skipped. */
const DEEPEST = 32;

/** What each byte is (ISO 32000-1, 7.2.2): of a token, between tokens, or the end of one. */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const KINDS = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) KINDS[space] = SPACE;
for (const delimiter of '()<>[]{}/%') KINDS[delimiter.charCodeAt(0)] = DELIMITER;

const isSpace = (byte: number): boolean => KINDS[byte] === SPACE;
const isRegular = (byte: number): boolean => KINDS[byte] === REGULAR;

/** The value of a hex digit's byte; 255 for any other. */
const HEX = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX[digit.charCodeAt(0)] = value;
  HEX[digit.toUpperCase().charCodeAt(0)] = value;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Reads the tokens of a content stream or CMap (ISO 32000-1, 7.2). */
export class Lexer {
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
      if (isEnd && isSpace(bytes[at - 1] ?? 0) && !isRegular(bytes[at + 2] ?? 32)) {
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
      else if (byte !== undefined && isSpace(byte)) this.#at += 1;
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
    const bytes = this.#bytes;
    let at = from;
    while (at < bytes.length && KINDS[bytes[at] as number] === REGULAR) at += 1;
    this.#at = at;
    return latin1(bytes, from, at);
  }

  #regular(): Operand | Word {
    const number = this.#number();
    if (number !== undefined) return number;
    const text = this.#text();
    if (NUMBER.test(text)) return Number(text);
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : new Word(text);
  }

  /**
   * A number of at most fifteen digits, as nearly all are: so many are exact, and so is their division by a power of ten. Any
   * other token is left where it stands.
   */
  #number(): number | undefined {
    const bytes = this.#bytes;
    let at = this.#at;
    const sign = bytes[at];
    if (sign === 0x2d || sign === 0x2b) at += 1;
    let [value, digits, point] = [0, 0, -1];
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        digits += 1;
      } else if (byte === 0x2e && point < 0) point = digits;
      else if (KINDS[byte] === REGULAR) return undefined;
      else break;
    }
    if (digits === 0 || digits > 15) return undefined;
    this.#at = at;
    const size = point < 0 ? value : value / (TENS[digits - point] as number);
    return sign === 0x2d ? -size : size;
  }

  #name(): Name {
    this.#at += 1;
    const text = this.#text();
    if (!text.includes('#')) return new Name(text);
    const spelt = text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return new Name(spelt);
  }

  #hexString(): Uint8Array {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    const end = bytes.indexOf(0x3e, from);
    const to = end < 0 ? bytes.length : end;
    const out = new Uint8Array((to - from + 1) >> 1);
    let digits = 0;
    for (let at = from; at < to; at += 1) {
      const digit = HEX[bytes[at] as number] as number;
      if (digit === 255) continue;
      out[digits >> 1] = digits % 2 === 0 ? digit * 16 : (out[digits >> 1] as number) + digit;
      digits += 1;
    }
    this.#at = to + 1;
    return out.subarray(0, (digits + 1) >> 1);
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

/** Powers of ten, all exact. */
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Bytes as text, one character a byte. */
const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
