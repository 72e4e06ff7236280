import { SaxesParser, type SaxesTagNS } from 'saxes';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** A property of an XMP packet. */
interface XmpProperty {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
  /** The languages of an alternative's texts, such as `x-default`. */
  readonly languages: readonly string[];
}

/** What a file's metadata say (ISO 16684-1). */
export interface Xmp {
  /** False where the packet is no well-formed XML. */
  readonly isWellFormed: boolean;
  readonly properties: readonly XmpProperty[];
  /** A property's value, by namespace and name. */
  get(namespace: string, name: string): XmpProperty | undefined;
}

/** Largest packet that is read: ours has 2 kB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Reads an XMP packet: the properties of every rdf:Description, as attributes or as elements. Never throws. */
export function readXmp(bytes: Uint8Array): Xmp {
  const reader = new XmpReader();
  const isWellFormed = bytes.length <= MOST_BYTES && reader.read(decode(bytes));
  const { properties } = reader;
  return {
    isWellFormed,
    properties,
    get: (namespace, name) =>
      properties.find((it) => it.namespace === namespace && it.name === name),
  };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
}

interface Open {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  text: string;
  readonly languages: string[];
}

class XmpReader {
  readonly properties: XmpProperty[] = [];
  #depth = 0;
  /** How deep the Description stands whose properties are read. */
  #description = -1;
  #property: Open | undefined;

  read(text: string): boolean {
    const parser = new SaxesParser({ xmlns: true });
    let isGood = true;
    parser.on('error', () => {
      isGood = false;
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('text', (it) => this.#text(it));
    parser.on('cdata', (it) => this.#text(it));
    parser.on('closetag', () => this.#close());
    try {
      // What stands round the packet (padding, a mark of byte order) is no element.
      parser.write(text.replace(/^[\uFEFF\s]+/, '').replace(/[\s\0]+$/, '')).close();
    } catch {
      return false;
    }
    return isGood;
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (tag.uri === RDF && tag.local === 'Description' && this.#property === undefined) {
      this.#description = this.#depth;
      for (const it of Object.values(tag.attributes))
        if (it.uri !== RDF && it.uri !== XML && it.prefix !== 'xmlns')
          this.#add({
            namespace: it.uri,
            prefix: it.prefix,
            name: it.local,
            text: it.value,
            languages: [],
          });
    } else if (this.#depth === this.#description + 1 && this.#property === undefined)
      this.#property = {
        namespace: tag.uri,
        prefix: tag.prefix,
        name: tag.local,
        text: '',
        languages: [],
      };
    else {
      const language = Object.values(tag.attributes).find(
        (it) => it.local === 'lang' && it.uri === XML,
      );
      if (language !== undefined) this.#property?.languages.push(language.value);
    }
  }

  #text(text: string): void {
    if (this.#property !== undefined) this.#property.text += text;
  }

  #close(): void {
    if (this.#depth === this.#description + 1 && this.#property !== undefined) {
      this.#add(this.#property);
      this.#property = undefined;
    }
    if (this.#depth === this.#description) this.#description = -1;
    this.#depth -= 1;
  }

  #add({ namespace, prefix, name, text, languages }: Open): void {
    this.properties.push({ namespace, prefix, name, value: text.trim(), languages });
  }
}
