import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite } from './cli.ts';
import { inScope } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-folders-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const kernels = inScope(
  ['debian:6.12'],
  ['debian:5.10', 'debian:6.1', 'debian:6.12-cloud', 'debian:6.12:arm64', 'debian:trixie:riscv64'],
);

describe.each(kernels)('the folder of a test on %s', (kernel) => {
  // It has no 9p: artifacts come back at the end, so a crash loses them.
  const hasVirtFs = !kernel.endsWith('-cloud');

  it('is in memory where it is small, and its artifacts are on the host as soon as they are written', async () => {
    const suite = writeTest(
      'small',
      `
        given=$(cat data-file) && [ "$given" = 'a "given" file' ] || exit 2
        ! grep ' /test[^ ]* 9p ' /proc/mounts || exit 3
        for number in 1 2 3 4; do echo "$number" >"$QDT_ARTIFACTS/$number" & done
        wait
        mkdir artifacts/deep && echo last >artifacts/deep/last
        echo c >/proc/sysrq-trigger`,
    );
    writeFileSync(join(suite, 'small/data/data-file'), 'a "given" file\n');
    using run = await runOn(suite, kernel);
    expect(run.test('small').reason).toMatch(/sysrq/i);
    expect(artifactsOf(run)).toEqual(hasVirtFs ? ['1: 1\n', '2: 2\n', '3: 3\n', '4: 4\n', 'deep/last: last\n'] : []);
  });

  it('is mounted where it is large', async () => {
    const mounted = hasVirtFs ? "grep '^qdt /test 9p ' /proc/mounts" : "! grep ' 9p ' /proc/mounts";
    const suite = writeTest('large', `md5sum -c sums && ${mounted} && echo kept >artifacts/kept`);
    writeFileSync(join(suite, 'large/data/blob'), Buffer.alloc(3 * 1024 ** 2));
    writeFileSync(join(suite, 'large/data/sums'), 'd1dd210d6b1312cb342b56d02bd5e651  blob\n');
    using run = await runOn(suite, kernel);
    expect(run.test('large')).toMatchObject({ outcome: 'pass' });
    expect(artifactsOf(run)).toEqual(['kept: kept\n']);
  });
});

/** A suite with one test. @returns its directory */
function writeTest(name: string, script: string): string {
  const suite = mkdtempSync(join(scratch, 'suite-'));
  mkdirSync(join(suite, name, 'data'), { recursive: true });
  writeFileSync(join(suite, name, 'run'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return suite;
}

async function runOn(suite: string, kernel: string): Promise<FinishedRun> {
  return await runSuite([suite, '--kernel', kernel, '--accel', 'tcg']);
}

/** `PATH: CONTENT` of each, below its test's artifacts. */
function artifactsOf(run: FinishedRun): readonly string[] {
  return run.results.tests.flatMap(({ artifacts }) =>
    artifacts.map((path) => `${path.replace(/^.*?\/artifacts\//, '')}: ${run.read(path)}`),
  );
}
