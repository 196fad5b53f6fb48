import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { BisectResult } from '../../src/results/bisect-result.ts';
import { parseResults } from '../../src/results/parse-results.ts';
import { runCli } from './cli.ts';
import { createRepository } from './scratch-repository.ts';

const repository = createRepository();
afterAll(() => repository[Symbol.dispose]());

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository.path, path)), { recursive: true });
  writeFileSync(join(repository.path, path), text, { mode: path.endsWith('/run') ? 0o755 : 0o644 });
}

function driver(body: string): string {
  return `#include <linux/module.h>

static int __init few_init(void)
{
	${body}
	return 0;
}
module_init(few_init);

MODULE_LICENSE("GPL");
`;
}

it('finds the commit that broke a driver, with the line, and tells git bisect run what it wants to know', async () => {
  write('few/Kbuild', 'obj-m := few.o\n');
  write('few/few.c', driver('pr_info("few: ready\\n");'));
  write('tests/info/modules', '../few\n');
  write('tests/loads/run', '#!/bin/sh\ninsmod "$QDT_MODULES/few.ko"\n');
  const first = repository.commit('few: add a driver');
  write('few/few.c', driver('WARN(1, "few: not ready\\n");'));
  const culprit = repository.commit('few: say it louder');
  write('README', 'A driver.\n');
  repository.commit('docs: add a page');
  // What is not committed plays no part, and stays.
  write('few/few.c', 'not C');
  const options = ['--kernel', 'debian:6.1', '--accel', 'tcg'];
  const found = await runCli(['bisect', 'tests/loads', '--good', first.revision, ...options], { cwd: repository.path });
  expect(found.stdout).toMatch(
    /^3 of about 3: [0-9a-f]+ few: say it louder … bad: crash: WARNING in few_init \(few\/few\.c:5\)$/m,
  );
  expect(found.exitStatus).toBe(0);
  const result = JSON.parse(readFileSync(join(repository.path, 'qdt-bisect/bisect.json'), 'utf8')) as BisectResult;
  expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: culprit.revision } });
  // All but the first run are clones of one template, which the first one leaves at the latest.
  for (const { results: directory = '' } of result.steps.slice(1)) {
    const parsed = parseResults(readFileSync(join(repository.path, 'qdt-bisect', directory, 'results.json'), 'utf8'));
    expect(parsed.kind === 'results' && parsed.results.cells[0]?.boot.bootedAt).toMatch(/^\d{4}-/);
  }
  expect(readFileSync(join(repository.path, 'few/few.c'), 'utf8')).toBe('not C');
  expect(readdirSync(join(repository.path, '.git'))).not.toContain('worktrees');

  execFileSync('git', ['checkout', '--quiet', '--force', culprit.revision], { cwd: repository.path });
  const step = await runCli(['bisect', '--step', 'tests/loads', ...options], { cwd: repository.path });
  const absent = await runCli(['bisect', '--step', 'tests/none', ...options], { cwd: repository.path });
  expect([step.exitStatus, absent.exitStatus]).toEqual([1, 125]);
});
