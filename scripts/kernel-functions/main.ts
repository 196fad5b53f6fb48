// Makes src/diagnose/catalogue/kernel-functions.txt from the sources of kernels:
//
//   node scripts/kernel-functions/main.ts TREE…
//
// Needs Node 24, which runs TypeScript directly. docs/decisions/2026-11-29-never-guilty.md says what the lists are for,
// and where the trees come from.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FunctionRoles } from './function-roles.ts';
import { packNames } from './packed-names.ts';
import { readSourceTree } from './source-tree.ts';

const output = resolve(import.meta.dirname, '../../src/diagnose/catalogue/kernel-functions.txt');
const trees = process.argv.slice(2);
if (trees.length === 0) throw new Error('expected the directories of unpacked kernel sources as arguments');

const roles = new FunctionRoles();
const modules = new Set<string>();
const releases = trees.map((tree) => {
  const source = readSourceTree(tree, (role, names) => roles.add(role, names));
  for (const module of source.modules) modules.add(module);
  return releaseOf(tree);
});
const head = `Made by scripts/kernel-functions/main.ts from the sources of Linux ${releases.join(' and ')}.`;
writeFileSync(output, `${head}${packNames(roles.all(), [...modules])}\n`);

function releaseOf(tree: string): string {
  const makefile = readFileSync(resolve(tree, 'Makefile'), 'utf8');
  const [version, level, sub] = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(
    (name) => new RegExp(`^${name} = (\\d+)$`, 'm').exec(makefile)?.[1],
  );
  if (version === undefined || level === undefined)
    throw new Error(`${tree}/Makefile: expected VERSION and PATCHLEVEL`);
  return [version, level, sub ?? '0'].join('.');
}
