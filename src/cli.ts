import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { openStore, withoutStore } from './cache/open-store.js';
import { EXIT } from './commands/exit-code.js';
import { realTerminal } from './commands/real-terminal.js';
import { reportBug } from './commands/report-bug.js';
import type { Setting } from './commands/setting.js';
import { worldsOf } from './outside.js';
import { CODE, PACKAGE_ROOT } from './package-root.js';
import type { AtOnce } from './start.js';

/** Runs one command line; the exit code is set, the process ends when nothing is left to do. */
export async function run(argv: readonly string[], atOnce: AtOnce = 'not looked'): Promise<void> {
  const setting = realSetting(argv, atOnce);
  try {
    const command = await program(setting, argv[2]);
    await command.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      setting.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage);
      return;
    }
    reportBug(error, setting);
  }
}

/** The command line with the command that is `asked` for; where that is none, as with `--help`, with all of them. */
async function program(setting: Setting, asked = ''): Promise<Command> {
  const root = new Command('safeleaf')
    .description('Makes the safety leaflets that go out with every new phone.')
    .version(setting.toolVersion)
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 findings that stop print, 2 wrong use of the command line, 3 a bug in safeleaf, 130 interrupted.`,
    );
  const wanted = Object.entries(COMMANDS).filter(([name]) => name === asked);
  for (const [, load] of wanted.length > 0 ? wanted : Object.entries(COMMANDS))
    root.addCommand((await load())(setting));
  tellOurWay(root, []);
  return root;
}

/** Each command is a file in `commands/`, loaded only when it is asked for. */
const COMMANDS = {
  build: async () => (await import('./commands/build.js')).buildCommand,
  watch: async () => (await import('./commands/watch.js')).watchCommand,
  check: async () => (await import('./commands/check.js')).checkCommand,
  plan: async () => (await import('./commands/plan.js')).planCommand,
  fit: async () => (await import('./commands/fit.js')).fitCommand,
  verify: async () => (await import('./commands/verify.js')).verifyCommand,
  merge: async () => (await import('./commands/merge.js')).mergeCommand,
  pack: async () => (await import('./commands/pack.js')).packCommand,
  copy: async () => (await import('./commands/copy.js')).copyCommand,
  list: async () => (await import('./commands/list.js')).listCommand,
  new: async () => (await import('./commands/new.js')).newCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
  cache: async () => (await import('./commands/cache.js')).cacheCommand,
} as const;

/**
 * Commander would end the process by itself; we set the exit code and let what is under way finish. What it
 * says of a wrong command line ends with where to look.
 */
function tellOurWay(command: Command, above: readonly string[]): void {
  const path = [...above, command.name()];
  command.exitOverride();
  command.showHelpAfterError(`(${path.join(' ')} --help shows what can be written)`);
  command.configureOutput({ outputError: (text, write) => write(inOurWords(text)) });
  for (const below of command.commands) tellOurWay(below, path);
}

/** A finding never says "invalid"; nor does the command line. */
const inOurWords = (text: string): string =>
  text
    .replace(
      /command-argument value ('.*?') is invalid for argument ('.*?')\./s,
      '$1 cannot be used for $2.',
    )
    .replace(/ is invalid\./, ' cannot be used.');

/** The first Ctrl-C asks a run to stop at a good place; the second ends it at once, which loses nothing but time. */
function onInterrupt(callback: () => void): () => void {
  let isAsked = false;
  const interrupt = (): void => {
    if (isAsked) process.exit(EXIT.interrupted);
    isAsked = true;
    callback();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  return () => {
    for (const signal of signals) process.off(signal, interrupt);
  };
}

function realSetting([, , ...args]: readonly string[], atOnce: AtOnce): Setting {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return {
    terminal: realTerminal(),
    toolVersion: version,
    args,
    isLookedFor: atOnce === 'looked in vain',
    cwd: process.cwd(),
    packageRoot: PACKAGE_ROOT,
    openWorld: worldsOf(PACKAGE_ROOT, process.cwd()),
    openStore: (isWanted) => (isWanted ? openStore(CODE, process.cwd()) : withoutStore),
    exit: (code) => {
      process.exitCode = code;
    },
    onInterrupt,
  };
}
