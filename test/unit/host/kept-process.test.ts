import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CommandNotStarted, runCommand } from '../../../src/host/process/command.ts';
import { bundleModule } from '../bundled-module.ts';
import { eventually } from '../eventually.ts';
import { pidsMentioning } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/**
 * A program of ours that runs two trees as builds are: a make whose recipes start more. All of it has `mark` in its
 * arguments.
 */
function startRunner(mark: string, further = ''): ReturnType<typeof spawn> {
  const directory = temporaryDirectory();
  const module = bundleModule('host/process/command.ts', directory);
  // A pipeline, so that no shell becomes its command.
  writeFileSync(
    join(directory, 'Makefile'),
    `all: one two three\none two three:\n\t@sh -c 'sleep 1000 | sh -c "sleep 1000; : ${mark}"; : ${mark}'\n`,
  );
  const script = `import { runCommand } from ${JSON.stringify(module)};
    const make = ['make', '-j3', '-C', ${JSON.stringify(directory)}, 'MARK=${mark}'];
    const runs = [1, 2].map(() => runCommand(make).catch(() => undefined));
    console.log('started'); ${further}; await Promise.all(runs);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

let marks = 0;
const newMark = (): string => `qdt-mark-${process.pid}-${marks++}-${Date.now()}`;
const ofTrees = (mark: string, runner: ReturnType<typeof spawn>): readonly number[] =>
  pidsMentioning(mark).filter((pid) => pid !== runner.pid);

describe('what we start', () => {
  it.each(['SIGKILL', 'SIGABRT', 'SIGHUP', 'SIGTERM'] as const)(
    'ends with us to its last grandchild when we end by %s',
    async (signal) => {
      const mark = newMark();
      const runner = startRunner(mark);
      await eventually(() => expect(ofTrees(mark, runner).length).toBeGreaterThanOrEqual(2 + 6 * 2));
      runner.kill(signal);
      await once(runner, 'exit');
      await eventually(() => expect(pidsMentioning(mark)).toEqual([]));
    },
  );

  it('ends with us when we exit in the middle of things', async () => {
    const mark = newMark();
    const runner = startRunner(mark, 'setTimeout(() => process.exit(3), 700)');
    await once(runner, 'exit');
    await eventually(() => expect(pidsMentioning(mark)).toEqual([]));
  });

  it('ends with us when we are killed while it starts', async () => {
    const mark = newMark();
    for (let delayMs = 0; delayMs < 12; delayMs++) {
      const runner = startRunner(mark);
      if (runner.stdout !== null) await once(runner.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      runner.kill('SIGKILL');
    }
    await eventually(() => expect(pidsMentioning(mark)).toEqual([]));
  });

  it('ends with the command that started it', async () => {
    const mark = newMark();
    const { output } = await runCommand(['/bin/sh', '-c', `sh -c 'sleep 1000; : ${mark}' & echo started`]);
    expect(output).toBe('started\n');
    await eventually(() => expect(pidsMentioning(mark)).toEqual([]));
  });

  it('takes no process and no time of an ordinary end', () => {
    const module = bundleModule('host/process/command.ts', temporaryDirectory());
    const script =
      `import { runCommand } from ${JSON.stringify(module)}; for (let i = 0; i < 20; i++) await ` +
      `runCommand(['/bin/true']); console.log('ended')`;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 15_000,
    });
    expect([stdout, status]).toEqual(['ended\n', 0]);
  });
});

describe('a program', () => {
  it.each([[{ A: '1' }], [{ A: '1', PWD: '/somewhere/else', SHLVL: '7' }], [{}]])(
    'finds the environment %j and nothing of the shell that waited',
    async (env) => {
      const { stdout } = await runCommand(['/usr/bin/env'], { env });
      // A bash that is called sh leaves this one.
      const found = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('_='));
      expect(found.sort()).toEqual(
        Object.entries(env)
          .map(([name, value]) => `${name}=${value}`)
          .sort(),
      );
    },
  );

  it('has no descriptor of ours', async () => {
    const list = ['-c', 'ls /proc/$$/fd'];
    const { stdout } = await runCommand(['/bin/sh', ...list]);
    expect(stdout).toBe(spawnSync('/bin/sh', list, { encoding: 'utf8' }).stdout);
  });

  it('that may not be executed is not started, and its name is said', async () => {
    const path = join(temporaryDirectory(), 'program');
    writeFileSync(path, '#!/bin/sh\n');
    await expect(runCommand([path])).rejects.toThrow(`${path} could not be started: spawn ${path} EACCES`);
    chmodSync(path, 0o755);
    expect(await runCommand([path])).toMatchObject({ exitCode: 0 });
  });

  it('whose interpreter is not there is not started', async () => {
    const path = join(temporaryDirectory(), 'program');
    writeFileSync(path, '#!/no/such/interpreter\n', { mode: 0o755 });
    await expect(runCommand([path])).rejects.toThrow(CommandNotStarted);
  });

  it('that says 127 by itself was started', async () => {
    expect(await runCommand(['/bin/sh', '-c', 'echo qemu-driver-test is no gate; exit 127'])).toMatchObject({
      exitCode: 127,
    });
  });

  it('is found by a path relative to its own directory, and by the PATH that it gets', async () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'bin'));
    writeFileSync(join(cwd, 'bin/it'), '#!/bin/sh\necho found\n', { mode: 0o755 });
    expect(await runCommand(['bin/it'], { cwd })).toMatchObject({ stdout: 'found\n' });
    expect(await runCommand(['it'], { env: { PATH: join(cwd, 'bin') } })).toMatchObject({ stdout: 'found\n' });
  });

  it('cannot be started when the host has no process left, with that reason', () => {
    const directory = temporaryDirectory();
    const module = bundleModule('host/process/command.ts', directory);
    const script = `import { runCommand } from ${JSON.stringify(module)};
      import { spawnSync } from 'node:child_process';
      spawnSync('prlimit', ['--pid', String(process.pid), '--nproc=1:1']);
      try { await runCommand(['/bin/true']); console.log('ran'); }
      catch (error) { console.log(error.name, error.code); }`;
    // Root is above such limits, nobody is not.
    chmodSync(directory, 0o755);
    const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid', '65534', '--clear-groups'] : ['env'];
    const { stdout, stderr } = spawnSync(
      asUser[0] ?? '',
      [...asUser.slice(1), process.execPath, '--input-type=module', '-e', script],
      { encoding: 'utf8', timeout: 15_000 },
    );
    expect([stdout, stderr]).toEqual(['Error EAGAIN\n', '']);
  });
});

it('is nothing that a command leaves running when it ends', async () => {
  const file = join(temporaryDirectory(), 'late');
  await runCommand(['/bin/sh', '-c', `(sleep 0.2; echo >${file}) & :`]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(false);
});
