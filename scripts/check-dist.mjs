// Fails when dist/ differs from what src/ builds to: users must run what reviewers read.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildDist } from './build-dist.mjs';

const committed = resolve(import.meta.dirname, '..', 'dist');
const fresh = mkdtempSync(join(tmpdir(), 'qdt-dist-'));
try {
  await buildDist(fresh);
  const names = new Set([...filesIn(committed), ...filesIn(fresh)]);
  const stale = [...names].filter((name) => contentOf(committed, name) !== contentOf(fresh, name));
  if (stale.length > 0) {
    console.error(
      `dist/ differs from what src/ builds to: ${stale.join(', ')}. Run npm run build and commit the result.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function filesIn(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

function contentOf(directory, name) {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch {
    return undefined; // Missing on one side is a difference, too.
  }
}
