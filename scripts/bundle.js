// Puts what `bin/safeleaf.js` runs into one file a stage, in dist/run: hundreds of small modules take most of a second
// to load, a dozen large ones a third of it. Stack traces still name the stage. Programs import dist/index.js.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);
const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Packages that read a file of their own from beside their code, or hold machine code. */
const LEFT_ALONE = ['sharp', 'harfbuzzjs', 'lcms-wasm', '@hyzyla/pdfium', 'zxing-wasm/reader'];

rmSync(path('dist/run'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: path('dist/cli.js') },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  // Patterns of hyphenation are large, and read only for a template that asks for them.
  external: [...LEFT_ALONE, /^hyphen\//],
  // Its source reads JSON files from beside it; this is the same code in one file.
  resolve: { alias: { 'css-tree': require.resolve('css-tree/dist/csstree.esm') } },
});
await bundle.write({
  dir: path('dist/run'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]/all.js',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'packages', test: /[\\/]node_modules[\\/]/ },
      {
        debugName: 'stages',
        name: (id) =>
          /[\\/]dist[\\/](\w+)[\\/][^\\/]+(?:[\\/][^\\/]+){0,2}\.js$/.exec(id)?.[1] ?? null,
      },
    ],
  },
});
await bundle.close();
