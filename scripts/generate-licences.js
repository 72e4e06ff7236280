import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Lists the packages that safeleaf ships with, their licences, and the notices that came with the profiles. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const rows = Object.entries(lock.packages)
  .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
  .map(([path, { version }]) => {
    const pkg = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
    const licence =
      typeof pkg.license === 'string'
        ? pkg.license
        : (pkg.license?.type ?? pkg.licenses?.[0]?.type ?? 'see package');
    const file = existsSync(path)
      ? readdirSync(path).find((name) => /^licen[cs]e/i.test(name))
      : undefined;
    return `| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${licence} | ${file ?? '-'} |`;
  })
  .sort();
const text = `# Third-party licences

Made by \`npm run generate\`. Each package carries its licence text in its own folder; the fonts are under the
SIL Open Font License 1.1. The press profiles in \`press/icc\` have their origin and licence in \`press/icc/LICENCE-NOTE.md\`.

| package | version | licence | file |
| --- | --- | --- | --- |
${[...new Set(rows)].join('\n')}
`;
writeFileSync('THIRD-PARTY-LICENCES.md', text);
