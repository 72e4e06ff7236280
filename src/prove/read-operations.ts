import { Lexer } from './lexer.js';
import { type Operand, type Operation, Word } from './tokens.js';

/** Operands kept before an operator: a bfrange of a CMap takes 300, some programs write more. */
const MOST_OPERANDS = 4096;

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
