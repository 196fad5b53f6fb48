// npm run bench:helpers [-- ROUNDS]: measures what the helpers in the guest cost, and writes this one section of
// docs/benchmarks.md. `npm run bench` measures it, too, with everything else.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildDistribution } from './distribution.ts';
import { helpersHeading, helperText, measureHelpers } from './helpers.ts';

const rounds = Number(process.argv[2] ?? 3);
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
try {
  const dist = await buildDistribution(root, scratch);
  const text = helperText(await measureHelpers({ root, scratch, dist, rounds }));
  const path = join(root, 'docs/benchmarks.md');
  writeFileSync(path, withSection(readFileSync(path, 'utf8'), text));
  process.stdout.write(`${text}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The page with the section in its place, or before the last one. */
function withSection(page: string, body: string): string {
  const begin = page.indexOf(`\n${helpersHeading}\n`);
  const place = begin < 0 ? page.lastIndexOf('\n## ') : begin;
  const next = begin < 0 ? place : page.indexOf('\n## ', begin + 1);
  const after = next < 0 ? '' : page.slice(next + 1);
  return `${page.slice(0, place).trimEnd()}\n\n${helpersHeading}\n\n${body.trim()}\n\n${after}`;
}
