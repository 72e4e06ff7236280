const VERIFY = 'is found by the command verify: test/cli';
const GONE = 'a file that goes away while it is read; before that it is an unknown name';
const PROVE = 'a finished file that another program changed: test/prove';

/** Codes that no files of a folder can bring about, and where they are tested instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'campaign/missing': 'a name on the command line: test/sources/load-sources.test.ts',
  'deck/missing': GONE,
  'contacts/missing': GONE,
  'brand/missing': GONE,
  'press/missing': GONE,
  'format/missing': GONE,
  'locale/missing': GONE,
  'plan/nothing-to-make': 'every way there is an error of a source: the second lock on that door',
  'layout/panel-missing': 'compose has found it as panel/missing: test/layout/faults.test.ts',
  'layout/panel-unknown': 'compose has found it as panel/unknown: test/layout/faults.test.ts',
  'copy/key-exists': 'an argument of a command: test/cli',
  'copy/key-unreadable': 'an argument of a command: test/cli',
  'copy/approval-day': 'an argument of a command: test/cli',
};

/** Areas that begin where a campaign's own files end. */
const AREAS: Readonly<Record<string, string>> = {
  output: 'the folder that is written to: test/batch',
  build: 'an argument of a command: test/cli',
  cache: 'the folder of what is kept between runs: test/cache',
  new: 'an argument of a command: test/cli',
  verify: VERIFY,
  merge: 'folders of finished parts: test/cli/merge',
  pack: 'a folder that build wrote: test/cli/pack',
  doctor: 'a date or a number that still holds, told by the command doctor: test/cli',
  prove: PROVE,
  rule: 'a rule on finished bytes; each has a fault in test/prove/rules',
};

/** The few codes of those areas that files of a folder can bring about after all. */
const HERE = new Set(['prove/number']);

/** Why a code has no folder; nothing if it must have one. */
export const elsewhereOf = (code: string): string | undefined =>
  HERE.has(code) ? undefined : (ELSEWHERE[code] ?? AREAS[code.split('/')[0] ?? '']);
