import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../scripts/build-dist.mjs';
import { temporaryDirectory } from '../temporary-directory.ts';

const built = mkdtempSync(join(tmpdir(), 'qdt-heap-settings-'));

beforeAll(async () => await bundle({ cli: 'src/cli.ts', 'action/main': 'src/action.ts' }, built));

afterAll(() => rmSync(built, { recursive: true }));

/** Makes a program say what it sets in V8. */
const saying = `
  import { syncBuiltinESMExports } from 'node:module';
  import v8 from 'node:v8';
  v8.setFlagsFromString = (flag) => console.log(flag);
  syncBuiltinESMExports();
`;

/** What a program says that ends before it has planned a test. */
function said(program: string, words: readonly string[]): readonly string[] {
  const workspace = temporaryDirectory();
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(saying)}`, join(built, program), ...words],
    { encoding: 'utf8', cwd: workspace, env: { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: workspace } },
  );
  expect(status).toBe(2);
  return stdout.split('\n');
}

// A plan of thousands of tests lets the heap grow by 100 MiB, which a run then keeps.
it.each([
  ['cli.mjs', ['run', 'nowhere']],
  ['cli.mjs', ['smoke', 'nowhere']],
  ['cli.mjs', ['sweep', 'nowhere/test']],
  ['cli.mjs', ['bisect', 'nowhere/test']],
  ['cli.mjs', ['selftest', '--kernel', 'nonsense']],
  ['cli.mjs', ['gitlab']],
  ['action/main.mjs', []],
])('%s %j keeps its heap small before it plans', (program, words) => {
  expect(said(program, words)).toEqual(expect.arrayContaining(['--optimize-for-size', '--semi-space-growth-factor=1']));
});

it('other commands leave the heap as it is', () => {
  expect(said('cli.mjs', ['check', 'nowhere'])).toEqual(['']);
});
