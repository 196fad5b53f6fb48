// npm run bench:memory [-- ROUNDS]: only the peak memory of our process over runs of different lengths. Writes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mebibytes } from './markdown.ts';
import { measureRuns } from './memory.ts';

const rounds = Number(process.argv[2] ?? 3);
const runLengths = [10, 100, 1000];
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
try {
  for (let round = 0; round < rounds; round++) {
    const measured = await measureRuns(runLengths, { root, scratch });
    const words = measured.map(({ tests, peakKiB }) => `${tests} tests: ${mebibytes(peakKiB)}`);
    process.stdout.write(`${words.join(', ')}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
