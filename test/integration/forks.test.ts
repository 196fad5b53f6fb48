import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite } from './cli.ts';
import { inScope } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-forks-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The kernel names the folders of copies differently. */
const behindLink = join(scratch, 'link');
symlinkSync(tmpdir(), behindLink);

/** Enough tests for a machine that is copied, and one that is begun before it is ready. */
const count = 8;

/** What a guest is like before a test: it is the same in a machine that was restored and in a copy. */
const looks = `
  mount >artifacts/mounts
  cat /proc/modules | cut -d ' ' -f 1,3 >artifacts/modules
  ps -o comm,args | grep -v kworker | sort >artifacts/processes
  ls -l /proc/1/fd | sed 's/.*-> //; s/:.*//' | sort >artifacts/descriptors
  env | grep -v QDT_TEST | sort >artifacts/environment
  find /test /tmp /run /var /qdt | grep -v '/artifacts/' | sort >artifacts/files
  find /sys/bus/*/devices/ | sort >artifacts/devices
  cat /proc/interrupts | sed 's/:.*//' >artifacts/interrupts
  ip link >artifacts/network`;

/** A test that finds another one's traces fails. */
const disturbs = `
  [ ! -e /tmp/dirt ] && [ "$(cat /proc/sys/kernel/hostname)" != dirty ] || exit 3
  echo dirty >/proc/sys/kernel/hostname; echo dirt >/tmp/dirt; insmod /lib/modules/*/virtio_balloon.ko`;

describe.each(inScope(['debian:6.12'], ['debian:5.10', 'debian:6.1', 'debian:6.12-cloud', 'debian:6.12:arm64']))(
  'clones that are copied on %s',
  (kernel) => {
    it('are what restored ones are, each for itself', async () => {
      const same = Array.from({ length: count }, (_, index) => [`same-${index}`, `${looks}${disturbs}`] as const);
      const suite = writeSuite([
        ...same,
        ['random', 'cat /proc/sys/kernel/random/uuid; date +%s; cut -d " " -f 1 /proc/uptime'],
        ['random-again', 'cat /proc/sys/kernel/random/uuid; date +%s; cut -d " " -f 1 /proc/uptime'],
        ['panics', 'echo c >/proc/sysrq-trigger'],
        ['resets', 'echo b >/proc/sysrq-trigger'],
      ]);
      using run = await runOn(suite, kernel);
      const outcomes = run.results.tests.map(({ id, outcome }) => `${id.replace(/.*\//, '')}: ${outcome}`);
      expect(outcomes).toEqual([
        'panics: crash',
        'random: pass',
        'random-again: pass',
        'resets: crash',
        ...same.map(([name]) => `${name}: pass`),
      ]);
      const copied = same.map(([name]) => name).filter((name) => isCopied(run, name));
      expect(copied.length).toBeGreaterThanOrEqual(2);
      // A machine is not worth copying for one test.
      using alone = await runOn(suite, kernel, '--test', '*/same-0');
      expect(isCopied(alone, 'same-0')).toBe(false);
      for (const name of copied) expect(artifactsOf(run, name)).toEqual(artifactsOf(alone, 'same-0'));
      const [one, other] = ['random', 'random-again'].map((name) => run.read(run.test(name).stages[0]?.log ?? ''));
      expect(one?.split('\n')[0]).not.toBe(other?.split('\n')[0]);
      expect(Math.abs(Number(one?.split('\n')[1]) - Date.now() / 1000)).toBeLessThan(300);
      expect(run.stderr).not.toContain('not copied');
    });
  },
);

it('a machine with a device that copies would share is restored for each test', async () => {
  const disk = join(scratch, 'disk');
  writeFileSync(disk, Buffer.alloc(1024 ** 2));
  const suite = writeSuite(Array.from({ length: count }, (_, index) => [`test-${index}`, 'exit 0'] as const));
  mkdirSync(join(suite, 'info'));
  writeFileSync(
    join(suite, 'info/qemu-args'),
    `-drive if=none,id=shared,format=raw,file.locking=off,file=${disk}\n-device virtio-blk-pci,drive=shared\n`,
  );
  using run = await runOn(suite, 'debian:6.12');
  expect(run.results.tests.filter(({ outcome }) => outcome === 'pass')).toHaveLength(count);
  expect(run.results.tests.map(({ id }) => isCopied(run, id.replace(/.*\//, '')))).not.toContain(true);
  expect(`${run.stdout}${run.stderr}`).toContain(`clones are not copied: copies would share descriptor`);
});

/** @returns its directory */
function writeSuite(tests: readonly (readonly [name: string, script: string])[]): string {
  const suite = mkdtempSync(join(scratch, 'suite-'));
  for (const [name, script] of tests) {
    mkdirSync(join(suite, name));
    writeFileSync(join(suite, name, 'run'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return suite;
}

async function runOn(suite: string, kernel: string, ...more: readonly string[]): Promise<FinishedRun> {
  const args = [suite, '--kernel', kernel, '--accel', 'tcg', '--start', 'clone', ...more];
  return await runSuite(args, { env: { TMPDIR: behindLink } });
}

function isCopied(run: FinishedRun, name: string): boolean {
  return run.read(run.test(name).timeline ?? '').includes('QEMU is copied');
}

function artifactsOf(run: FinishedRun, name: string): Readonly<Record<string, string>> {
  const { artifacts } = run.test(name);
  return Object.fromEntries(artifacts.map((path) => [path.replace(/^.*\/artifacts\//, ''), run.read(path)]));
}
