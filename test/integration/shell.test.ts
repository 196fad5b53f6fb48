import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node, root, runSuite, storeRoot, suites } from './cli.ts';
import { inScope, nightlyIt } from './scope.ts';
import { follow, openTerminal, type Terminal } from './terminal.ts';

const cli = join(root, 'dist/cli.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-shell-'));
const store = join(scratch, 'store');
const suite = join(suites, 'starts');
const options = ['--kernel', 'debian:6.1', '--accel', 'tcg'];

beforeAll(async () => {
  // Fills the shared store. Tests that damage a store use their own copy of it.
  using first = await runSuite([suite, '--test', 'plain', ...options]);
  expect(first.exitStatus).toBe(0);
  mkdirSync(join(store, 'assets'), { recursive: true });
  cpSync(join(storeRoot(), 'refs'), join(store, 'refs'), { recursive: true });
  for (const name of readdirSync(join(storeRoot(), 'assets')))
    if (!name.startsWith('template-')) symlinkSync(join(storeRoot(), 'assets', name), join(store, 'assets', name));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Commands from a pipe. */
function pipe(commands: string, ...args: readonly string[]): Ended {
  return spawnSync(node, [cli, 'shell', ...args, ...options], {
    input: commands,
    encoding: 'utf8',
    env: { ...process.env, QDT_STORE: store },
    timeout: 300_000,
  });
}

describe('commands from a pipe', () => {
  it(
    "run in the test's folder, with its devices and environment; their output is alone on standard output, the " +
      'status is theirs',
    () => {
      const ended = pipe(
        'pwd; ls; echo $QDT_TEST; cat /sys/bus/pci/devices/*/device | grep 0x11e8; echo to the kernel ' +
          '>/dev/kmsg; exit 3',
        join(suite, 'plain'),
      );
      expect(ended.stdout.split('\n')).toEqual(['/test', 'artifacts', 'logs', 'modules', 'run', 'plain', '0x11e8', '']);
      expect(ended.stderr).toContain('to the kernel');
      expect(ended.stdout).not.toContain('to the kernel');
      expect(ended.status).toBe(3);
    },
  );

  it('boot a machine once; the next ones are clones', () => {
    const before = templates();
    const ended = pipe('exec ./run', join(suite, 'plain'));
    expect([ended.status, ended.stderr.includes('booted')]).toEqual([0, false]);
    expect(before).toHaveLength(1);
    expect(templates()).toEqual(before);
  });

  it('are all read, and the shell ends with them', () => {
    const ended = pipe('echo 0123456789012345678901234567890123456789\n'.repeat(3000), join(suite, 'plain'));
    expect([ended.status, ended.stdout.length]).toEqual([0, 3000 * 41]);
  });

  it("of a suite have the suite's machine and no run", () => {
    expect(pipe('ls; ls /sys/bus/pci/devices | wc -l', suite).stdout).toMatch(/^artifacts\nlogs\nmodules\n\d+\n$/);
  });

  nightlyIt('can boot a machine for themselves', () => {
    const before = templates();
    const ended = pipe('uname -r; exit 4', join(suite, 'plain'), '--start', 'cold');
    expect([ended.status, ended.stdout]).toEqual([4, expect.stringMatching(/^6\.1\.\S+\n$/)]);
    expect(templates()).toEqual(before);
  });

  it('reach kernels without 9p, too', () => {
    const ended = spawnSync(
      node,
      [cli, 'shell', join(suite, 'plain'), '--kernel', 'debian:6.12-cloud', '--accel', 'tcg'],
      { input: 'ls run; exit 5', encoding: 'utf8' },
    );
    expect([ended.status, ended.stdout]).toEqual([5, 'run\n']);
  });

  it('that crash the kernel end with 69 and name the crash', () => {
    const ended = pipe('echo c >/proc/sysrq-trigger', join(suite, 'plain'));
    expect(ended.status).toBe(69);
    expect(ended.stderr).toMatch(/The shell has ended: .*sysrq triggered crash.*the kernel panicked\.\n$/);
  });
});

describe('a kept template', () => {
  it.each(
    inScope<readonly [name: string, how: string, spoil: (path: string) => void]>(
      [['ram', 'was changed', (path) => writeFileSync(path, 'x', { flag: 'r+' })]],
      [
        ['state', 'was changed', (path) => writeFileSync(path, 'not a state')],
        ['template.json', 'is missing', (path) => rmSync(path)],
      ],
    ),
  )('whose %s %s is made anew', (name, _how, spoil) => {
    expect(pipe('', join(suite, 'plain')).status).toBe(0);
    spoil(join(store, 'assets', templates()[0] ?? '', name));
    const ended = pipe('uname -s', join(suite, 'plain'));
    expect([ended.status, ended.stdout]).toEqual([0, 'Linux\n']);
    expect(ended.stderr).toContain('booted in');
    expect(pipe('', join(suite, 'plain')).stderr).not.toContain('booted in');
  });

  it('that cannot be restored is remade', () => {
    const [name = ''] = templates();
    const directory = join(store, 'assets', name);
    const state = Buffer.from('no state of any machine');
    writeFileSync(join(directory, 'state'), state);
    const sha256 = execFileSync('sha256sum', { input: state, encoding: 'utf8' }).split(' ')[0] ?? '';
    execFileSync('sed', ['-i', `s/"state": "[0-9a-f]*"/"state": "${sha256}"/`, join(directory, 'template.json')]);
    const ended = pipe('uname -s', join(suite, 'plain'));
    expect([ended.status, ended.stdout]).toEqual([0, 'Linux\n']);
    expect(ended.stderr).toMatch(/The clone did not reach a shell: [^]*booted in/);
  });

  it('is not changed by the machines that start from it', () => {
    const path = join(store, 'assets', templates()[0] ?? '', 'ram');
    const digest = (): string => execFileSync('sha256sum', [path], { encoding: 'utf8' });
    const before = digest();
    expect(pipe('dd if=/dev/urandom of=/tmp/x bs=1M count=64 2>/dev/null; sync', join(suite, 'plain')).status).toBe(0);
    expect(digest()).toBe(before);
  });
});

describe('on a terminal', () => {
  it("Ctrl-C ends what runs in the guest, the size is known, and the status is the shell's", async () => {
    using terminal = shellOnTerminal();
    await terminal.shows('leave ');
    await terminal.type('stty size; tty\r', '40 120\n/dev/ttyS0');
    // Ctrl-C discards typed-ahead input, so only the guest's own output shows that the command runs. One process prints
    // and sleeps, because between two processes Ctrl-C would reach neither.
    await terminal.type("sh -c 'echo begun $((40 + 2)); exec sleep 1000'; echo slept\r", 'begun 42\n');
    await terminal.type('\x03', '^C');
    await terminal.type('echo "status $?"\r', 'status 130');
    await terminal.type('exit 3\r', 'ended with 3');
    expect(await terminal.ended()).toContain('keys are as before');
    expect(terminal.screen()).not.toContain('\nslept');
  });

  nightlyIt('a new size of the terminal reaches the guest', async () => {
    using terminal = shellOnTerminal();
    await terminal.shows('leave ');
    await terminal.type("until stty size | grep '33 77'; do sleep 0.2; done\r", 'done\n');
    spawnSync('stty', ['-F', terminal.device(), 'rows', '33', 'cols', '77']);
    await terminal.shows('\n33 77\n');
    await terminal.type('\x1d', 'ended with 0');
  });

  it('Ctrl-] stops the machine at once, whatever it does', async () => {
    using terminal = shellOnTerminal();
    await terminal.shows('leave ');
    await terminal.type('trap "" INT TERM HUP; while :; do :; done\r', 'done\n');
    await terminal.type('\x1d', 'ended with 0');
    expect(await terminal.ended()).toContain('keys are as before');
  });

  it.each(inScope<NodeJS.Signals>([], ['SIGHUP', 'SIGTERM']))(
    '%s ends the machine and gives the terminal back',
    async (signal) => {
      using terminal = shellOnTerminal();
      await terminal.shows('leave ');
      terminal.kill(signal);
      expect(await terminal.ended()).toContain('keys are as before');
    },
  );
});

describe('--gdb', () => {
  it('pauses the guest until a debugger, attached as printed, continues it', async () => {
    const child = spawn(node, [cli, 'shell', join(suite, 'plain'), '--gdb', ...options], {
      env: { ...process.env, QDT_STORE: store },
    });
    const streams = follow(child);
    child.stdin.end('echo running; exit 5');
    await streams.shows(/^ {2}gdb .*$/m);
    const line = /^ {2}(gdb .*)$/m.exec(streams.text())?.[1] ?? '';
    expect(streams.text()).not.toContain('running');
    const gdb = spawnSync('sh', ['-c', `${line} -batch -ex 'info registers rip' -ex detach`], { encoding: 'utf8' });
    expect(gdb.stdout).toMatch(/rip +0xffffffff[0-9a-f]{8}/);
    expect(await streams.ended).toBe(5);
    expect(streams.text()).toContain('running');
  });
});

describe('the command lines of a failed test', () => {
  it('work as printed, in the same directory', async () => {
    using run = await runSuite([
      join(suites, 'outcomes'),
      '--kernel',
      'debian:6.1',
      '--test',
      'fail',
      '--accel',
      'tcg',
    ]);
    const [test] = run.results.tests;
    expect([
      test?.outcome,
      run.stdout.includes(`again       ${test?.reproduce ?? ''}\n`),
      run.stdout.includes(`shell       ${test?.shell ?? ''}\n`),
    ]).toEqual(['fail', true, true]);
    const again = spawnSync('sh', ['-c', `${test?.reproduce ?? ''} --out ${join(scratch, 'again')} --format json`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({
      tests: [{ id: test?.id, outcome: 'fail', reason: test?.reason }],
    });
    const shell = spawnSync('sh', ['-c', test?.shell ?? ''], { cwd: root, input: './run; exit $?', encoding: 'utf8' });
    expect(shell.status).toBe(test?.stages.find(({ name }) => name === 'run')?.exitStatus);
  });
});

it('leaves no machine and no directory behind', () => {
  expect(spawnSync('pgrep', ['-f', `qemu-system.*${store}`], { encoding: 'utf8' }).stdout).toBe('');
});

function templates(): readonly string[] {
  return readdirSync(join(store, 'assets')).filter((name) => name.startsWith('template-'));
}

function shellOnTerminal(): Terminal {
  return openTerminal([node, cli, 'shell', join(suite, 'plain'), ...options], { scratch, env: { QDT_STORE: store } });
}
