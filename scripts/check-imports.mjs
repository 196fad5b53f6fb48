// Fails when an import breaks a rule of import-rules.mjs, with the file, the line and the rule, and when imports form a
// circle, with its files.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { packages, rooms, systemModules } from './import-rules.mjs';

const source = resolve(import.meta.dirname, '..', process.argv[2] ?? 'src');
const problems = [];
/** The imports of each file, including types. */
const graph = new Map();

for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && entry.name.endsWith('.ts')) checkFile(join(entry.parentPath, entry.name));
}
for (const circle of circlesIn(graph))
  problems.push(`These files import one another: ${circle.map(fromSource).join(', ')}`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(
    `${problems.length} problems with imports. The rules, and where to change them: scripts/import-rules.mjs`,
  );
  process.exit(1);
}

function checkFile(file) {
  const room = roomOf(file);
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const imports = importsOf(tree);
  graph.set(
    file,
    imports.filter(({ target }) => target.startsWith('.')).map(({ target }) => resolve(dirname(file), target)),
  );
  for (const found of imports) {
    const rule = brokenRule(room, file, found);
    if (rule === undefined) continue;
    const { line } = tree.getLineAndCharacterOfPosition(found.position);
    problems.push(`${relative(process.cwd(), file)}:${line + 1}: ${rule}`);
  }
}

function importsOf(tree) {
  const found = [];
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly;
      found.push({ target: node.moduleSpecifier.text, typeOnly, position: node.getStart(tree) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({ target: node.arguments[0]?.text ?? '(computed)', typeOnly: false, position: node.getStart(tree) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function brokenRule(room, file, { target, typeOnly }) {
  if (target.startsWith('.')) return brokenDirection(room, roomOf(resolve(dirname(file), target)), typeOnly);
  if (target.startsWith('node:')) return brokenSystemAccess(room, target);
  const allowed = packages[target] ?? [];
  return allowed.includes(room) ? undefined : `the room '${room}' may not import the package '${target}'`;
}

function brokenDirection(from, to, typeOnly) {
  if (from === to || from === 'entry') return undefined;
  const rule = rooms[from];
  if (rule === undefined) return `'${from}' is no known room`;
  if (rule.code.includes(to) || (typeOnly && rule.types.includes(to))) return undefined;
  if (rule.types.includes(to)) return `'${from}' may import only types from '${to}' (import type …)`;
  return (
    `'${from}' may not import from '${to}'; it may import ` +
    `${[...rule.code, ...rule.types.map((r) => `${r} (types)`)].join(', ') || 'nothing'}`
  );
}

function brokenSystemAccess(room, target) {
  const allowed = systemModules[target];
  if (room === 'entry' || allowed === undefined || allowed.includes(room)) return undefined;
  return `'${room}' may not use ${target}; only ${allowed.join(', ')} may`;
}

function roomOf(file) {
  const parts = relative(source, file).split('/');
  return parts.length === 1 ? 'entry' : parts[0];
}

function fromSource(file) {
  return relative(source, file);
}

/**
 * The strongly connected components of a graph with more than one member, or with an edge to itself (Tarjan's
 * algorithm).
 */
function circlesIn(edges) {
  const circles = [];
  const path = [];
  const orders = new Map();
  const lows = new Map();
  const visit = (file) => {
    orders.set(file, orders.size);
    lows.set(file, orders.get(file));
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue;
      if (!orders.has(next)) visit(next);
      if (path.includes(next)) lows.set(file, Math.min(lows.get(file), lows.get(next)));
    }
    if (lows.get(file) !== orders.get(file)) return;
    const members = path.splice(path.indexOf(file));
    if (members.length > 1 || edges.get(file)?.includes(file)) circles.push(members);
  };
  for (const file of edges.keys()) if (!orders.has(file)) visit(file);
  return circles;
}
