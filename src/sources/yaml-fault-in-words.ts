import type { YAMLError } from 'yaml';

/** What a slip in YAML looks like to the person who made it, and how to mend it: problem, fix. */
const IN_WORDS: Partial<Record<YAMLError['code'], readonly [problem: string, fix: string]>> = {
  TAB_AS_INDENT: ['a tab indents this line', 'indent with spaces'],
  DUPLICATE_KEY: ['the same field stands here twice', 'keep one of the two'],
  MISSING_CHAR: [
    'a bracket, quote or comma that was opened is not closed',
    'close it; a quote inside quotes is written \\" or, in single quotes, twice',
  ],
  BAD_INDENT: [
    'the indentation does not fit the lines above',
    'indent fields of one group alike, with two spaces a level',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['a second colon stands in this line', 'put text with a colon in quotes'],
  MULTILINE_IMPLICIT_KEY: [
    'a field name runs over more than one line',
    'end the text before it, or put it in quotes',
  ],
  MULTIPLE_DOCS: [
    'a second document starts here',
    'keep one document a file, without --- in between',
  ],
  BAD_ALIAS: ['a shorthand that starts with * or & stands here', 'put such text in quotes'],
  BAD_DQ_ESCAPE: [
    'a backslash stands before a letter that it does not go with',
    'write a backslash twice, or use single quotes',
  ],
  BAD_SCALAR_START: [
    'a text starts with a character that has a meaning of its own',
    'put the text in quotes',
  ],
  KEY_OVER_1024_CHARS: ['a field name is longer than 1024 characters', 'shorten it'],
};

/** A fault of the YAML reader in the words of somebody who writes copy: problem and fix. */
export const yamlFaultInWords = (error: YAMLError): readonly [problem: string, fix: string] =>
  IN_WORDS[error.code] ?? [
    'the text cannot be read from here on',
    'look for a missing quote, colon or indent here and in the line above',
  ];
