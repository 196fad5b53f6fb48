import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { copyStore } from '../host-faults/own-store.ts';
import { commandLine, machineThatHas, makeTrial, removeTrials, type Running } from '../host-faults/trial.ts';
import { node, root, storeRoot } from './cli.ts';

const command = [node, join(root, 'dist/cli.mjs')] as const;
const passing = { first: 'exit 0', second: 'exit 0', third: 'exit 0' };
const allPass = { first: 'pass', second: 'pass', third: 'pass' };

const unshared =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/dev/shm']).status === 0;
const immutable = canBeImmutable();

afterEach(removeTrials);

describe('a process that a test needs', () => {
  it('affects only that test when it is killed or stopped', async () => {
    const waiting = (name: string, seconds: number): string => `touch "$QDT_ARTIFACTS/${name}"; sleep ${seconds}`;
    const tests = {
      innocent: 'sleep 1',
      'qemu-killed': waiting('qemu-killed', 15),
      'model-killed': waiting('model-killed', 15),
      'model-stopped': waiting('model-stopped', 4),
    };
    const trial = makeTrial(command, tests, (scratch) => modelFiles(scratch, ['model-killed', 'model-stopped']));
    const signalModel = (name: string, signal: NodeJS.Signals, running: Running): void =>
      running.when(
        () => machineThatHas(name, running) !== undefined,
        () => process.kill(Number(readFileSync(join(trial.scratch, name), 'utf8')), signal),
      );
    const { verdicts, exitStatus, output, left } = await trial.run({
      whileRunning: (running) => {
        running.when(
          () => machineThatHas('qemu-killed', running) !== undefined,
          () => process.kill(machineThatHas('qemu-killed', running)?.pid ?? 0, 'SIGKILL'),
        );
        signalModel('model-killed', 'SIGKILL', running);
        signalModel('model-stopped', 'SIGSTOP', running);
      },
    });
    expect(verdicts).toEqual({
      innocent: 'pass',
      'qemu-killed': expect.stringMatching(/^error .*SIGKILL/) as string,
      'model-killed': expect.stringMatching(/^error .*model/) as string,
      'model-stopped': expect.stringMatching(/^error .*model/) as string,
    });
    expect([exitStatus, left, output.includes('Internal error')]).toEqual([1, [], false]);
  });
});

/** Device models that only write the id of their process to a file named after their test. */
function modelFiles(directory: string, tests: readonly string[]): Readonly<Record<string, string>> {
  const model = (name: string): string => `import { writeFileSync } from 'node:fs';
import { defineDevice } from 'qemu-driver-test/device';
writeFileSync(${JSON.stringify(join(directory, name))}, String(process.pid));
export default defineDevice({
  name: 'idle',
  pci: { vendor: 0x1234, device: 0x5678, class: 0xff0000 },
  bars: { 0: { size: 4096, registers: { ID: { at: 0, access: 'RO', reset: 1 } } } },
});
`;
  return Object.fromEntries(
    tests.flatMap((name) => [
      [`models/${name}.ts`, model(name)],
      [`${name}/info/devices`, `idle0 models/${name}.ts\n`],
    ]),
  );
}

describe.skipIf(!unshared)('a file system that is full (skipped where user namespaces are not allowed)', () => {
  it('of the results, loses no known verdict, ends the run soon, and is named', async () => {
    const big = 'dd if=/dev/zero bs=1M count=2 2>/dev/null | tr "\\0" "\\n"';
    const trial = makeTrial(command, { 'a-small': 'exit 0', 'b-big': big, 'c-big': big, 'd-big': big, 'e-big': big });
    const { exitStatus, output, results } = await trial.run({
      unshared: true,
      preparation: `mkdir -p ${trial.out} && mount -t tmpfs -o size=7m tmpfs ${trial.out}`,
      words: ['--format', 'json'],
    });
    expect(output).toMatch(/ENOSPC|disk is full|No space left/);
    expect([exitStatus, results]).toEqual([1, undefined]);
    const told = JSON.parse(output.slice(output.indexOf('{\n'), output.lastIndexOf('}') + 1)) as {
      readonly tests: readonly { readonly id: string; readonly outcome: string; readonly reason: string }[];
    };
    expect(told.tests).toHaveLength(5);
    expect(told.tests.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)).toContain('suite/a-small');
    for (const { outcome, reason } of told.tests) expect(outcome === 'pass' || /ENOSPC/.test(reason)).toBe(true);
  });

  it('of TMPDIR, gives no verdict, ends soon, and is named', async () => {
    const trial = makeTrial(command, passing);
    const { exitStatus, output, verdicts } = await trial.run({
      unshared: true,
      preparation: `mount -t tmpfs -o size=16k,nr_inodes=4 tmpfs ${trial.temporary}`,
    });
    expect(output).toMatch(/ENOSPC/);
    expect(Object.values(verdicts).filter((verdict) => verdict === 'pass')).toEqual([]);
    expect([exitStatus === 0, output.includes('Internal error')]).toEqual([false, false]);
  });
});

describe('a results directory that', () => {
  const slow = { first: 'exit 0', second: 'sleep 2', third: 'sleep 2', fourth: 'exit 0' };

  it('is removed during the run is restored with everything that was known', async () => {
    const trial = makeTrial(command, slow);
    const { exitStatus, output, results } = await trial.run({
      whileRunning: ({ when, printed }) =>
        when(
          () => /^PASS /m.test(printed()),
          () => rmSync(trial.out, { recursive: true }),
        ),
    });
    expect(results?.tests.filter(({ outcome }) => outcome === 'pass')).not.toEqual([]);
    expect(results?.tests).toHaveLength(4);
    expect(output).toContain('record.jsonl was removed during the run');
    expect([exitStatus, existsSync(join(trial.out, 'record.jsonl')), output.includes('Internal error')]).toEqual([
      1,
      true,
      false,
    ]);
    // It is ours as before.
    expect((await trial.run({ words: ['--test', 'first'] })).exitStatus).toBe(0);
  });

  it.skipIf(!immutable)(
    'becomes read-only loses no known verdict, and is named (skipped where chattr +i is refused)',
    async () => {
      const trial = makeTrial(command, slow);
      const { exitStatus, output } = await trial.run({
        whileRunning: ({ when, printed }) =>
          when(
            () => /^PASS /m.test(printed()),
            () => void spawnSync('chattr', ['-R', '+i', trial.out]),
          ),
      });
      spawnSync('chattr', ['-R', '-i', trial.out]);
      expect(output).toMatch(/EPERM/);
      expect(output).toMatch(/[1-3] of 4 as expected/);
      expect(output).not.toContain('Internal error');
      expect(exitStatus).toBe(1);
    },
  );
});

it('256 open files are enough for two machines at a time', async () => {
  const { exitStatus, verdicts } = await makeTrial(command, passing).run({ preparation: 'ulimit -n 256' });
  expect([exitStatus, verdicts]).toEqual([0, allPass]);
});

it('two concurrent runs share one store and make each asset once', async () => {
  const trials = [makeTrial(command, passing), makeTrial(command, passing)];
  const store = join(trials[0]?.scratch ?? '', 'store');
  copyStore(storeRoot(), store);
  for (const name of readdirSync(join(store, 'assets')))
    if (/^(initramfs|vmlinux|vmstate)-/.test(name)) rmSync(join(store, 'assets', name), { recursive: true });
  const outcomes = await Promise.all(trials.map((trial) => trial.run({ env: { QDT_STORE: store } })));
  expect(outcomes.map(({ exitStatus, verdicts, left }) => [exitStatus, verdicts, left])).toEqual(
    trials.map(() => [0, allPass, []]),
  );
  expect(readdirSync(join(store, 'staging'))).toEqual([]);
});

describe('Ctrl-C', () => {
  it.each<[string, (running: Running, temporary: string) => boolean]>([
    [
      'while a machine is saved',
      (_running, temporary) => readdirSync(temporary).some((name) => existsSync(join(temporary, name, 'state'))),
    ],
    [
      'while a clone is restored',
      ({ processes }) => processes().some(({ pid }) => commandLine(pid).includes(' -incoming ')),
    ],
  ])('%s ends it soon, writes the known results and leaves nothing behind', async (_when, isMoment) => {
    const trial = makeTrial(command, passing);
    let signalledMs = 0;
    const { exitStatus, output, results, left } = await trial.run({
      words: ['--start', 'clone', '--fresh'],
      whileRunning: (running) =>
        running.when(
          () => isMoment(running, trial.temporary),
          () => {
            running.processes();
            signalledMs = performance.now();
            running.child.kill('SIGINT');
          },
        ),
    });
    expect(signalledMs).toBeGreaterThan(0);
    expect(performance.now() - signalledMs).toBeLessThan(10_000);
    expect(results?.tests.map(({ outcome }) => outcome)).toEqual(['error', 'error', 'error']);
    expect(output).toContain('stopping: Ctrl-C');
    expect([exitStatus === 0, left, output.includes('Internal error')]).toEqual([false, [], false]);
  });
});

/** Permissions do not restrict root, and a file system with open files cannot be made read-only. */
function canBeImmutable(): boolean {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-immutable-'));
  const isPossible = spawnSync('chattr', ['+i', directory]).status === 0;
  if (isPossible) spawnSync('chattr', ['-i', directory]);
  rmSync(directory, { recursive: true });
  return isPossible;
}
