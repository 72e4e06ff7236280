// Puts what `bin/safeleaf.js` runs into one file a stage, in dist/run: hundreds of small modules take most of a second
// to load, a dozen large ones a third of it. Stack traces still name the stage. Programs import dist/index.js.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);
const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Packages that read a file of their own from beside their code, or hold machine code. */
const LEFT_ALONE = [
  'sharp',
  'harfbuzzjs',
  'lcms-wasm',
  '@hyzyla/pdfium',
  'zxing-wasm/reader',
  'piscina',
];

/** What other threads run: each a file of its own, so that a thread loads no more than it needs. */
const THREADS = ['batch/write-worker', 'batch/prove-worker'];

/** Packages of which nothing, or not all, is in the bundle: what is made hangs on their versions too. */
const OUTSIDE = [
  'sharp',
  'harfbuzzjs',
  'lcms-wasm',
  '@hyzyla/pdfium',
  'zxing-wasm',
  'hyphen',
  'pdfkit',
  'piscina',
];

/**
 * What is left out of packages of which a part is used: never called here, and more to load than all of safeleaf.
 * pdfkit writes objects for us, and no font or picture; only the squares of a QR code are asked of qrcode.
 */
const USED_PART = {
  ...Object.fromEntries(
    ['fontkit', 'png-js', '@noble/ciphers/aes', 'source-map-js/lib/source-map-generator.js'].map(
      (name) => [name, path('scripts/left-out.js')],
    ),
  ),
  // Once, as the rest of the package has it.
  '@cantoo/pdf-lib/standard-fonts': path(
    'node_modules/@cantoo/pdf-lib/es/packages/standard-fonts/index.js',
  ),
  // Its parser without its compiler: templates hold no code.
  handlebars: require.resolve('handlebars/dist/cjs/handlebars/compiler/base.js'),
  qrcode: require.resolve('qrcode/lib/core/qrcode.js'),
  // Reading and writing CSS, without the grammar of all of it.
  'css-tree': path('scripts/css-tree-part.js'),
};

/** Packages that others alone load, in their file. */
const COMPANIONS = {
  '@cantoo/pdf-lib': ['culori', 'html-entities', 'node-html-better-parser'],
  '@formatjs/icu-messageformat-parser': ['@formatjs/icu-skeleton-parser'],
  htmlparser2: ['domelementtype', 'domhandler', 'domutils', 'dom-serializer', 'entities'],
  linebreak: ['base64-js', 'tiny-inflate', 'unicode-trie'],
  qrcode: ['dijkstrajs'],
  saxes: ['xmlchars'],
  syllable: ['pluralize', 'normalize-strings'],
};
const HOST = Object.fromEntries(
  Object.entries(COMPANIONS).flatMap(([host, all]) => all.map((name) => [name, host])),
);

/** What of pdf-lib reads files. */
const READER =
  /[\\/]pdf-lib[\\/](?:dist[\\/]standard-fonts|es[\\/](?:core|types|utils|packages|api[\\/](?:snapshot|PDFDocumentOptions)))\b/;

/** One file a package, so that a run loads those that it needs; pdf-lib's reader without its writer, which only `pack` needs. */
function packageOf(id) {
  const name = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?!.*[\\/]node_modules[\\/])/.exec(
    id,
  )?.[1];
  if (name === undefined) return /[\\/]scripts[\\/][^\\/]+$/.test(id) ? 'packages/instead' : null;
  const isReader = READER.test(id);
  return `packages/${(HOST[name] ?? name).replace(/[\\/]/, '-')}${isReader ? '-core' : ''}`;
}

/** What packages load for a part of them that is never called, or that Node itself does at once: who asks, for what, and what it gets. */
const INSTEAD = [
  // It makes tables as it is loaded, and Node can do the same.
  { asks: /[\\/]pdf-lib[\\/]/, what: 'fflate', gets: path('scripts/fflate-by-zlib.js') },
  {
    asks: /[\\/]unicode-trie[\\/]/,
    what: 'tiny-inflate',
    gets: path('scripts/inflate-by-zlib.cjs'),
  },
  { asks: /[\\/]linebreak[\\/]/, what: 'tiny-inflate', gets: path('scripts/inflate-by-zlib.cjs') },
  // No command of ours is a program of its own.
  { asks: /[\\/]commander[\\/]/, what: 'node:child_process', gets: path('scripts/left-out.js') },
];
const instead = {
  name: 'instead',
  resolveId: (source, importer = '') =>
    INSTEAD.find(({ asks, what }) => what === source && asks.test(importer))?.gets,
};

/** Of each package the part that is used. */
const PARTS = {
  plugins: [instead],
  resolve: { alias: USED_PART },
  treeshake: { moduleSideEffects: [{ test: /[\\/]pdf-lib[\\/]/, sideEffects: false }] },
};

rmSync(path('dist/run'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: path('dist/cli.js') },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // Patterns of hyphenation are large, and read only for a template that asks for them.
  external: [...LEFT_ALONE, /^hyphen\//],
  ...PARTS,
});
await bundle.write({
  dir: path('dist/run'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]/all.js',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { debugName: 'packages', name: packageOf },
      {
        debugName: 'stages',
        // What is loaded only when it is asked for stands apart: commands, and what opens workbooks.
        name: (id) =>
          /[\\/]dist[\\/](?!commands)(\w+)[\\/](?!catalogue[\\/](?:read-xlsx|unpack-workbook))[^\\/]+(?:[\\/][^\\/]+){0,2}\.js$/.exec(
            id,
          )?.[1] ?? null,
      },
    ],
  },
});
await bundle.close();

for (const thread of THREADS) {
  const own = await rolldown({
    input: path(`dist/${thread}.js`),
    platform: 'node',
    external: LEFT_ALONE,
    ...PARTS,
  });
  await own.write({
    file: path(`dist/run/${thread}.js`),
    format: 'esm',
    codeSplitting: false,
  });
  await own.close();
}
// What ends a run in which nothing has changed: a file of its own, since to load all the rest takes longer than to look.
const start = await rolldown({ input: path('dist/start.js'), platform: 'node' });
await start.write({ file: path('dist/run/start.js'), format: 'esm' });
await start.close();

// By this the cache knows which code made what it keeps (src/cache/maker.ts).
const hash = createHash('sha256');
for (const file of readdirSync(path('dist/run'), { recursive: true }).sort())
  if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(path('dist/run'), file)));
const madeOf = { code: hash.digest('hex'), outside: OUTSIDE };
writeFileSync(path('dist/run/made-of.json'), JSON.stringify(madeOf));
