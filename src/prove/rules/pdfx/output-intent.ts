import { PDFStream } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { readIccHeader } from '../../anatomy/read-icc-header.js';
import { entryOf, numberOf, textOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { pressIntents } from './identification.js';
import { xRules } from './x-rules.js';

const rule = xRules('the printer cannot know for which paper the colours were mixed');

/** The registry of printing conditions; a condition that it knows needs no more words. */
const REGISTRY = 'http://www.color.org';

function* profileFaults(file: Anatomy): Generator<string> {
  for (const intent of pressIntents(file)) {
    const profile = entryOf(intent, 'DestOutputProfile');
    if (!(profile instanceof PDFStream)) {
      yield 'the output intent has no profile';
      continue;
    }
    const header = readIccHeader(file.unpack(profile));
    if (header === undefined) yield 'the profile is no ICC profile';
    else {
      if (header.deviceClass !== 'prtr')
        yield `the profile is of class ${quoted(header.deviceClass)}`;
      if (header.version > 4) yield `the profile is of ICC version ${header.version}`;
      const owed = { CMYK: 4, 'RGB ': 3, GRAY: 1 }[header.colourSpace];
      if (owed === undefined || numberOf(entryOf(profile, 'N')) !== owed)
        yield `the profile is for ${header.colourSpace.trim()}, and its N is ${numberOf(entryOf(profile, 'N')) ?? 'not there'}`;
    }
  }
}

/** For which printing condition the file was made. */
export const OUTPUT_INTENT = [
  rule('X03', 'the file has one output intent for print', (file) => {
    const count = pressIntents(file).length;
    return when(count !== 1, `the file has ${count} output intents of kind GTS_PDFX`);
  }),
  rule('X04', 'the output intent names its printing condition', (file) =>
    pressIntents(file).flatMap((it) =>
      when(
        !textOf(entryOf(it, 'OutputConditionIdentifier')),
        'the output intent has no OutputConditionIdentifier',
      ),
    ),
  ),
  rule('X05', 'the printing condition’s profile is in the file', (file) => [
    ...profileFaults(file),
  ]),
  rule('X06', 'the output intent says in words what a register does not know', (file) =>
    pressIntents(file).flatMap((it) => {
      const isKnown = (textOf(entryOf(it, 'RegistryName')) ?? '').startsWith(REGISTRY);
      return when(
        !isKnown && !textOf(entryOf(it, 'Info')),
        'the output intent has neither Info nor the name of a registry',
      );
    }),
  ),
] as const;
