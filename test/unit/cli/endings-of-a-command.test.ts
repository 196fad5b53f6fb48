import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunRefused } from '../../../src/app/load-suites.ts';
import { Cancelled, cancelOnSignals } from '../../../src/command/cancel-on-signals.ts';
import type { CommandHost } from '../../../src/command/command-host.ts';
import { explain } from '../../../src/command/explain-failure.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import { LockUnavailable } from '../../../src/host/files/file-lock.ts';
import { CommandNotStarted } from '../../../src/host/process/command.ts';
import { outlivesTerminal } from '../../../src/host/process/hangup.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { bundleModule } from '../bundled-module.ts';
import { eventually } from '../eventually.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('explain', () => {
  const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  const tooManyFiles = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE', syscall: 'open' });

  it.each([
    [new UsageError('run has no option --colour.'), 'run has no option --colour.', 2],
    [new RunRefused('/out holds something that is not ours.'), '/out holds something that is not ours.', 2],
    [new ProvisionError('There is no QEMU.'), 'There is no QEMU.', 69],
    [new ProvisionError('There is no QEMU.', { hint: 'Install one.' }), 'There is no QEMU.\nInstall one.', 69],
    [new Cancelled('Ctrl-C'), 'Cancelled by Ctrl-C before anything was tested.', 69],
    [
      noSpace,
      'The host failed: ENOSPC: no space left on device, write\nThe disk is full. Free some ' +
        'space, or choose another place.',
      69,
    ],
    [
      tooManyFiles,
      'The host failed: EMFILE: too many open files\nThis process may not open more files. ' +
        'Raise the limit (ulimit -n), or run fewer machines at a time (--jobs).',
      69,
    ],
    [
      new LockUnavailable('/out/mark', 'No locks available'),
      '/out/mark cannot be locked (No locks available), so concurrent runs there would disturb each other.\nUse ' +
        'another file system: --out sets the directory for results, QDT_STORE the store of downloads.',
      69,
    ],
    [
      new CommandNotStarted('flock', new Error('spawn flock ENOENT')),
      'flock is needed, but could not be started.\nInstall it: sudo apt-get install util-linux',
      69,
    ],
  ])('says %o in words, without a stack', (error, message, exitStatus) => {
    expect(explain(error)).toEqual({ message, exitStatus });
  });

  it('says how much space is left when a file does not fit', () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, open '/tmp/x'"), {
      code: 'ENOSPC',
      syscall: 'open',
      path: '/tmp/x',
    });
    expect(explain(error).message).toMatch(/\nThe disk is full \(\d+ MiB are free\)\. Free some space/);
  });

  it.each([new Error('Internal error: a cell was lost'), new Error('a cell was lost')])(
    'keeps the stack of our own bugs: %o',
    (error) => {
      const { message, exitStatus } = explain(error);
      expect(exitStatus).toBe(69);
      expect(message).toMatch(/^Internal error: a cell was lost\n {4}at /);
    },
  );

  it('shows a thrown value that is not an Error', () => {
    expect(explain('nonsense')).toEqual({ message: 'Internal error: nonsense', exitStatus: 69 });
  });
});

/** Below nohup a closed terminal ends nothing, these tests included. */
const isDeafToHangup = outlivesTerminal();

describe('cancelOnSignals', () => {
  it.each([
    ['SIGINT', 'Ctrl-C'],
    ['SIGTERM', 'SIGTERM'],
    ...(isDeafToHangup ? [] : [['SIGHUP', 'its closed terminal (SIGHUP)'] as const]),
  ] as const)('aborts the run at the first %s, and says by what', (name, by) => {
    const { signal, raise, events } = listen();
    expect(signal.aborted).toBe(false);
    raise(name);
    expect(events).toEqual([{ kind: 'cancelling', reason: by }]);
    expect(signal.reason).toEqual(new Cancelled(by));
  });

  it.each([
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGINT'],
    ['SIGINT', 'SIGTERM'],
  ] as const)('ends the process when %s is followed by %s', (first, second) => {
    const { raise, events } = listen();
    raise(first);
    expect(() => raise(second)).toThrow('exit 130');
    expect(events).toHaveLength(1);
  });
});

describe('a closed terminal', () => {
  it.skipIf(isDeafToHangup)('may arrive twice without ending the process (skipped below nohup)', () => {
    const { raise, events } = listen();
    raise('SIGHUP');
    raise('SIGHUP');
    expect(events).toHaveLength(1);
    expect(() => raise('SIGINT')).toThrow('exit 130');
  });

  /** A real program that is sent SIGHUP, and says whether that cancelled it. `start` starts it. */
  async function hungUp(
    start: readonly [string, ...string[]],
    env: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const directory = temporaryDirectory();
    const module = bundleModule('command/cancel-on-signals.ts', directory);
    const program = join(directory, 'program.mjs');
    writeFileSync(
      program,
      `import { cancelOnSignals } from ${JSON.stringify(module)};
      const onSignal = (name, listener) => process.on(name, listener);
      const signal = cancelOnSignals({ onSignal, exit: (status) => process.exit(status) }, () => undefined);
      console.log(process.pid);
      setTimeout(() => { console.log(signal.aborted ? 'cancelled' : 'goes on'); process.exit(); }, 500);`,
    );
    const child = spawn(start[0], [...start.slice(1), process.execPath, program], {
      cwd: directory,
      detached: true,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (lines.length === 0) process.kill(Number(text), 'SIGHUP');
      lines.push(text);
    });
    await once(child, 'close');
    return lines.slice(1).join('').trim();
  }

  it('from a real terminal cancels the run, which ends without a message from Node', async () => {
    const directory = temporaryDirectory();
    const module = bundleModule('command/cancel-on-signals.ts', directory);
    const program = join(directory, 'program.mjs');
    writeFileSync(
      program,
      `import { cancelOnSignals } from ${JSON.stringify(module)};
      import { existsSync, readFileSync, writeFileSync } from 'node:fs';
      const say = (name, text) => writeFileSync(${JSON.stringify(directory)} + '/' + name, text);
      const onSignal = (name, listener) => process.on(name, listener);
      const signal = cancelOnSignals({ onSignal, exit: (status) => process.exit(status) }, () => undefined);
      process.stdout.isTTY; process.stdout.on('error', () => undefined);
      const end = () => { say('end', 'cancelled'); process.exit(); };
      signal.addEventListener('abort', () => setTimeout(end, 200));
      say('begin', String(process.pid)); setTimeout(() => undefined, 20_000);`,
    );
    const terminal = spawn('script', ['-qec', `${process.execPath} ${program} 2>${directory}/words`, '/dev/null'], {
      env: { PATH: process.env['PATH'], SHELL: '/bin/sh' },
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await eventually(() => expect(readIn(directory, 'begin')).not.toBe(''));
    const pid = Number(readIn(directory, 'begin'));
    terminal.kill('SIGKILL');
    await eventually(() => expect([readIn(directory, 'end'), isAlive(pid)]).toEqual(['cancelled', false]));
    expect(readIn(directory, 'words')).toBe('');
  });

  it.each<[string, string, readonly [string, ...string[]]]>([
    ['cancels a run', 'cancelled', ['env']],
    ['lets one go on that nohup started from a shell', 'goes on', ['bash', '-c', 'nohup "$@"; :', 'bash']],
    ['lets one go on whose shell ignores the signal', 'goes on', ['sh', '-c', 'trap \'\' HUP; "$@"; :', 'sh']],
    ['lets one go on of a script that nohup started', 'goes on', ['nohup', 'sh', '-c', '"$@"; :', 'sh']],
    ['lets one go on whose terminal nohup has replaced', 'goes on', ['sh', '-c', 'exec "$@" 0>/dev/null', 'sh']],
  ])('%s', async (_what, expected, start) => {
    expect(await hungUp(start)).toBe(expected);
  });
});

function readIn(directory: string, name: string): string {
  const path = join(directory, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function listen(): {
  readonly signal: AbortSignal;
  readonly raise: (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void;
  readonly events: readonly RunEvent[];
} {
  const listeners = new Map<string, () => void>();
  const events: RunEvent[] = [];
  const host: CommandHost = {
    installation: {
      version: '0.1.0',
      guestDirectory: '/guest',
      forkServer: '/fork-server.so',
      smokeDirectory: '/smoke',
      deviceHostProgram: '/device-host',
      judgeProgram: '/judge',
      selftestDirectory: '/selftest',
    },
    invocation: ['qemu-driver-test'],
    cwd: '/',
    write: () => undefined,
    complain: () => undefined,
    isTty: false,
    color: false,
    columns: () => 80,
    onSignal: (name, listener) => void listeners.set(name, listener),
    exit: (status) => {
      throw new Error(`exit ${status}`);
    },
  };
  const signal = cancelOnSignals(host, (event) => events.push(event));
  return { signal, raise: (name) => listeners.get(name)?.(), events };
}
