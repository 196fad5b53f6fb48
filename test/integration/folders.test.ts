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

it('artifacts reach the host from every program, or the test is not judged', async () => {
  const suite = mkdtempSync(join(scratch, 'suite-'));
  const scripts = {
    helper: `
      printf '#!/bin/sh\\ncat >/test/artifacts/core\\n' >dump && chmod +x dump
      echo '|/test/dump' >/proc/sys/kernel/core_pattern
      sh -c 'ulimit -c unlimited; kill -11 $$'
      sleep 1; [ -s artifacts/core ] && echo dumped >artifacts/core`,
    copied: 'mkdir /tmp/copy && mount --rbind /test /tmp/copy && echo x >/tmp/copy/artifacts/copied',
    unmounted: 'umount -a 2>/dev/null; echo x >artifacts/unmounted',
    namespace: "unshare -m sh -c 'echo x >artifacts/own' && exit 2; echo x >artifacts/namespace",
    bound: 'mkdir /tmp/bound && mount --bind /test /tmp/bound && echo x >/tmp/bound/artifacts/lost',
  };
  for (const [name, script] of Object.entries(scripts)) {
    mkdirSync(join(suite, name));
    writeFileSync(join(suite, name, 'run'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  using run = await runOn(suite, 'debian:6.12');
  expect(run.test('bound').reason).toMatch(/ artifacts were written to another mount of \/test/);
  expect(run.results.tests.map(({ id, outcome }) => `${id.replace(/.*\//, '')}: ${outcome}`)).toEqual([
    'bound: error',
    'copied: pass',
    'helper: pass',
    'namespace: pass',
    'unmounted: pass',
  ]);
  expect(artifactsOf(run)).toEqual(['copied: x\n', 'core: dumped\n', 'namespace: x\n', 'unmounted: x\n']);
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
