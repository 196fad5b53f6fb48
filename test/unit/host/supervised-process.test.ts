import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startSupervised, type SupervisedProcess } from '../../../src/host/process/supervised-process.ts';
import { bundleModule } from '../bundled-module.ts';
import { eventually } from '../eventually.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('startSupervised', () => {
  it('tells how the process ended', async () => {
    expect(await start('exit 7').process.exited).toEqual({ kind: 'exited', exitCode: 7 });
    expect(await start('kill -SEGV $$').process.exited).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  });

  it('tells that the program is not there', async () => {
    const { process, output } = start('', { argv: ['/nowhere/qemu'] });
    expect(await process.exited).toEqual({ kind: 'exited', exitCode: 127 });
    expect(output()).toBe('setpriv: failed to execute /nowhere/qemu: No such file or directory\n');
  });

  it('tells that setpriv is not there', async () => {
    const { process } = start('', { env: { PATH: '/nowhere' } });
    expect(await process.exited).toMatchObject({ kind: 'not-started', error: { message: 'spawn setpriv ENOENT' } });
    expect(process.pid).toBeUndefined();
    process.kill();
  });

  it('gives it channels both ways as descriptors from 3 on, nothing to read, and a file for its output', async () => {
    const { process, output } = start('read line <&3; echo "got $line" >&4; cat; echo out; echo err >&2', {
      channelCount: 2,
    });
    const [first, second] = process.channels;
    first?.write('hello\n');
    expect(second === undefined ? '' : await text(second)).toBe('got hello\n');
    await process.exited;
    expect(output()).toBe('out\nerr\n');
  });

  it('gives it exactly the given environment', async () => {
    const { process, output } = start('/usr/bin/env', { env: { ONLY: 'this' } });
    await process.exited;
    expect(
      output()
        .split('\n')
        .filter((line) => !/^(PWD|SHLVL|_)=/.test(line)),
    ).toEqual(['ONLY=this', '']);
  });

  it('kills it with everything it started', async () => {
    const { process, output } = start('sleep 1000 & echo $!; wait');
    await eventually(() => expect(output()).toMatch(/^\d+\n$/));
    process.kill();
    expect(await process.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
    await eventually(() => expect(isAlive(Number(output()))).toBe(false));
  });

  it('kills nothing once it has ended', async () => {
    const { process } = start('exit 0');
    await process.exited;
    expect(() => process.kill()).not.toThrow();
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('lets it die with its parent when that is ended by %s', async (signal) => {
    const { parent, childPid } = await startParent('');
    parent.kill(signal);
    await once(parent, 'exit');
    await eventually(() => expect(isAlive(childPid)).toBe(false));
  });

  it('kills it when its parent exits, before clean-up', async () => {
    const { parent, childPid } = await startParent(
      "process.on('exit', () => { const until = Date.now() + 5000; while (isAlive(child.pid) && Date.now() < " +
        "until); console.log(isAlive(child.pid) ? 'alive' : 'dead'); }); " +
        "process.stdin.once('data', () => process.exit());",
    );
    parent.stdin?.write('exit\n');
    const lines = parent.stdout === null ? [] : (await text(parent.stdout)).split('\n');
    expect([lines[0], isAlive(childPid)]).toEqual(['dead', false]);
  });

  it('warns of nothing when many run at a time', () => {
    const module = bundleModule('host/process/supervised-process.ts', temporaryDirectory());
    const script = `import { startSupervised } from ${JSON.stringify(module)};
      const command = { argv: ['/bin/true'], env: {}, channelCount: 0, outputPath: '/dev/null' };
      await Promise.all(Array.from({ length: 15 }, () => startSupervised(command).exited));`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([ended.status, ended.stderr]).toEqual([0, '']);
  });

  it('reports that this process may not open enough files', () => {
    const module = bundleModule('host/process/supervised-process.ts', temporaryDirectory());
    const script = `import { startSupervised } from ${JSON.stringify(module)};
      import { openSync, closeSync } from 'node:fs';
      const opened = []; try { for (;;) opened.push(openSync('/dev/null')); } catch {}
      for (let count = 0; count < 6; count++) closeSync(opened.pop());
      try { startSupervised({ argv: ['/bin/true'], env: {}, channelCount: 9, outputPath: '/dev/null' }); }
      catch (error) { console.log(error.code, error.syscall, error.message); }`;
    const ended = spawnSync(
      'sh',
      ['-c', 'ulimit -n 60 && exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', script],
      { encoding: 'utf8' },
    );
    expect([ended.stdout, ended.stderr]).toEqual([
      'EMFILE spawn too many open files to start a process (ulimit -n)\n',
      '',
    ]);
  });
});

interface Options {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly channelCount?: number;
}

function start(
  script: string,
  { argv = ['/bin/sh', '-c', script], env = {}, channelCount = 0 }: Options = {},
): { readonly process: SupervisedProcess; readonly output: () => string } {
  const outputPath = join(temporaryDirectory(), 'output');
  return {
    process: startSupervised({ argv, env, channelCount, outputPath }),
    output: () => readFileSync(outputPath, 'utf8'),
  };
}

/** A process of our own that has started a child which would sleep for long. */
async function startParent(
  further: string,
): Promise<{ readonly parent: ReturnType<typeof spawn>; readonly childPid: number }> {
  const module = bundleModule('host/process/supervised-process.ts', temporaryDirectory());
  const script = `import { startSupervised } from ${JSON.stringify(module)}; import { readFileSync } from 'node:fs';
    const statusOf = (pid) => readFileSync('/proc/' + pid + '/status', 'utf8');
    const isAlive = (pid) => { try { return !/^State:\\s+Z/m.test(statusOf(pid)); } catch { return false; } };
    const argv = ['/bin/sh', '-c', 'echo ready >&3; exec sleep 1000'];
    const child = startSupervised({ argv, env: {}, channelCount: 1, outputPath: '/dev/null' });
    child.channels[0].once('data', () => { console.error(child.pid); ${further} });`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  const [line] = (await once(createInterface(parent.stderr), 'line')) as [string];
  expect(isAlive(Number(line))).toBe(true);
  return { parent, childPid: Number(line) };
}
