/** `[text, field, text, ...]`; a field is a name of what is filled in, or a font and a name: then it is set in that font's glyphs. */
export class FieldText {
  #texts;
  #glyphs;
  #lengthAt;

  constructor(texts, glyphs) {
    this.#texts = texts;
    this.#glyphs = glyphs;
    this.#lengthAt = texts.indexOf('length');
  }

  with(fields) {
    const parts = this.#texts.map((text, at) => (at % 2 === 0 ? text : this.#value(text, fields)));
    if (this.#lengthAt > 0) parts[this.#lengthAt] = streamLength(parts.slice(this.#lengthAt + 1));
    return parts.join('');
  }

  #value(field, fields) {
    const space = field.indexOf(' ');
    if (space < 0) return fields[field];
    const letters = this.#glyphs[field.slice(0, space)];
    let hex = '';
    for (const letter of fields[field.slice(space + 1)]) hex += letters[letter];
    return hex;
  }
}

/** Bytes of the stream in what stands behind `/Length `. */
function streamLength(parts) {
  const text = parts.join('');
  const start = text.indexOf('stream\n') + 'stream\n'.length;
  return String(text.lastIndexOf('\nendstream') - start);
}
