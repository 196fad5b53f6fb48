// npm run bench:helpers [-- ROUNDS]: measures what the helpers in the guest cost, and writes this one section of
// docs/benchmarks.md. `npm run bench` measures it, too, with everything else.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildDistribution } from './distribution.ts';
import { helpersHeading, helperText, measureHelpers } from './helpers.ts';
import { withSection } from './section.ts';

const rounds = Number(process.argv[2] ?? 3);
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
try {
  const dist = await buildDistribution(root, scratch);
  const text = helperText(await measureHelpers({ root, scratch, dist, rounds }));
  const path = join(root, 'docs/benchmarks.md');
  writeFileSync(path, withSection(readFileSync(path, 'utf8'), helpersHeading, text));
  process.stdout.write(`${text}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
