import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';

const guest = new URL('../../../guest/', import.meta.url).pathname;
/** The guest's own shell where this host has it, and a POSIX shell in any case. */
const shells: readonly (readonly string[])[] = [
  ['sh'],
  ...(spawnSync('busybox', ['true']).status === 0 ? [['busybox', 'sh']] : []),
];

describe.each(shells)("the guest's scripts in %s", (...shell) => {
  const call = (
    file: string,
    script: string,
    ...args: readonly string[]
  ): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(shell[0] ?? 'sh', [...shell.slice(1), '-c', `. ${guest}${file}; ${script}`, 'sh', ...args], {
      encoding: 'utf8',
      timeout: 15_000,
    });

  it.each(readdirSync(guest).filter((name) => !name.endsWith('.md')))(
    '%s is a script without mistakes of syntax',
    (name) => {
      expect(
        spawnSync(shell[0] ?? 'sh', [...shell.slice(1), '-n', join(guest, name)], { encoding: 'utf8' }),
      ).toMatchObject({ status: 0, stderr: '' });
    },
  );

  it('neighbours are the soft dependencies of one module, in their order', () => {
    const tree = temporaryDirectory();
    writeFileSync(
      join(tree, 'modules.softdep'),
      'softdep toy pre: ring buffer post: toy_debug\nsoftdep toy_debug pre: ring\nsoftdep old gcm\n',
    );
    const names = (kind: string, module: string): string =>
      call('modules.sh', 'tree=$1; neighbours $2 $3', tree, kind, module).stdout;
    expect([names('pre', 'toy'), names('post', 'toy'), names('post', 'toy_debug'), names('pre', 'old')]).toEqual([
      'ring\nbuffer\n',
      'toy_debug\n',
      '',
      '',
    ]);
  });

  describe('has_ended', () => {
    it('says no of a process that runs or sleeps', () => {
      expect(call('stage.sh', 'sleep 30 & has_ended $!; echo $?; kill $!').stdout).toBe('1\n');
    });

    it('says yes of one that has ended and waits for its parent, and of one that is gone', () => {
      expect(
        call(
          'stage.sh',
          'sh -c "exit 3" & child=$!; until has_ended $child; do :; done; wait $child; echo $?; has_ended ' +
            '$child; echo $?',
        ).stdout,
      ).toBe('3\n0\n');
    });

    it('is not led astray by the name that a program gave itself', () => {
      const renamed =
        'sh -c "printf \'State: Z\' >/proc/\\$\\$/comm; read -r _" <&3 & child=$!; until [ "$(cat ' +
        '/proc/$child/comm)" = "State: Z" ]; do :; done; has_ended $child; echo $?; kill $child';
      expect(call('stage.sh', `exec 3<>"$1"; ${renamed}`, fifoIn(temporaryDirectory())).stdout).toBe('1\n');
    });
  });

  describe('types_of', () => {
    it.each([
      ['ext4', 1080, Buffer.from([0x53, 0xef])],
      ['xfs', 0, Buffer.from('XFSB')],
      ['btrfs', 65600, Buffer.from('_BHRfS_M')],
      ['', 0, Buffer.from('MZ')],
      ['', 1080, Buffer.from([0xef, 0x53])],
    ])('finds %j by the magic number at its place', (type, offset, magic) => {
      const path = join(temporaryDirectory(), 'disk image');
      writeFileSync(path, Buffer.concat([Buffer.alloc(offset), magic]));
      truncateSync(path, 100_000);
      expect(call('root.sh', 'types_of "$1"', path)).toMatchObject({
        stdout: type === '' ? '' : `${type}\n`,
        stderr: '',
      });
    });

    it('finds nothing on a disk that is empty or not there', () => {
      const path = join(temporaryDirectory(), 'empty');
      writeFileSync(path, '');
      expect([
        call('root.sh', 'types_of "$1"', path).stdout,
        call('root.sh', 'types_of "$1"', '/nowhere').stdout,
      ]).toEqual(['', '']);
    });
  });

  describe('the environment of a stage', () => {
    it('is what the host told, with blanks, globs, quotes and dollars as they are, and nothing else', () => {
      const folder = temporaryDirectory();
      writeFileSync(join(folder, 'run'), '#!/bin/sh\nexec /usr/bin/env\n', { mode: 0o755 });
      const told = ['A=two  words', 'B=*', 'C=\'$HOME\' `id` "x"', 'D=', 'E=a=b'];
      const script =
        'folder="$1"; stage=run; root=; shift; for line in "$@"; do add_environment "$line"; done; LEAK=1; ' +
        'export LEAK; (start_program)';
      const lines = call('folder.sh', `. ${guest}stage.sh; ${script}`, folder, ...told)
        .stdout.trimEnd()
        .split('\n');
      expect(lines.filter((line) => !/^(PWD|SHLVL|OLDPWD|_)=/.test(line)).sort()).toEqual(told);
    });
  });

  describe('kernel settings', () => {
    it('are written where the kernel has them, and no file is made where it has not', () => {
      const directory = temporaryDirectory();
      const [there, missing] = [join(directory, 'there'), join(directory, 'missing')];
      writeFileSync(there, '10\n');
      expect(call('tune.sh', 'tune "$1=4" "$2=5"; echo $?', there, missing)).toMatchObject({
        stdout: '0\n',
        stderr: '',
      });
      expect([readFileSync(there, 'utf8'), existsSync(missing)]).toEqual(['4\n', false]);
    });
  });

  describe('the output of a stage', () => {
    it.each(['', 'yes'])(
      'goes to its port as it is, and to a file only where a later stage can read it (keeps_logs=%j)',
      (keepsLogs) => {
        const folder = temporaryDirectory();
        mkdirSync(join(folder, 'logs'));
        const text = 'a line\nno line feed';
        const place = join(temporaryDirectory(), 'wake');
        const script =
          `sed "s,/run/qdt/wake,$1,g" ${guest}stage.sh >"$1.sh"; . "$1.sh"; folder=$2; root=; stage=run; ` +
          `keeps_logs=$3; printf '%s' "$4" | log_output`;
        expect(call('folder.sh', script, place, folder, keepsLogs, text).stdout).toBe(text);
        expect(
          readdirSync(join(folder, 'logs')).map((name) => [name, readFileSync(join(folder, 'logs', name), 'utf8')]),
        ).toEqual(keepsLogs === '' ? [] : [['run.log', text]]);
        expect(readFileSync(place, 'utf8')).toBe('\n');
      },
    );
  });

  describe('a stage', () => {
    it('has a descriptor of its own for its output', () => {
      expect(
        call(
          'stage.sh',
          'for stage in suite-setup setup run teardown suite-teardown; do find_descriptor; echo $descriptor; done',
        ).stdout,
      ).toBe('5\n6\n7\n8\n9\n');
    });
  });

  describe('hw', () => {
    const hw = (...args: readonly string[]): unknown => {
      const { status, stdout, stderr } = spawnSync(shell[0] ?? 'sh', [...shell.slice(1), join(guest, 'hw'), ...args], {
        encoding: 'utf8',
        timeout: 15_000,
      });
      return { status, stdout, stderr };
    };

    it('sends no word that the host would read as two', () => {
      const told = { status: 2, stdout: '', stderr: 'hw: a word with a tab or a line feed in it cannot be sent\n' };
      expect([hw('set', 'a.b', 'x\ty'), hw('set', 'a.b\n')]).toEqual([told, told]);
    });

    it('reports a missing port', () => {
      expect(hw('get', 'edu0.dma_mask')).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/hw: this machine has no port to the host\n$/) as string,
      });
    });
  });

  describe('an answer', () => {
    it('carries the token and says why something was not done, by the last line of complaint', () => {
      const script =
        'token=feedface; note() { :; }; exec 3>&1; sed "s,/run/qdt/complaint,$1,g" "$2" >"$1.sh"; . "$1.sh"; ' +
        'token=feedface; bad() { echo first >&2; echo last >&2; return 1; }; report folder bad; report root ' +
        'true; answer nonsense ""';
      const place = join(temporaryDirectory(), 'complaint');
      expect(call('commands.sh', script, place, `${guest}commands.sh`).stdout).toBe(
        'feedface failed folder last\nfeedface ok root\nfeedface failed nonsense unknown command\n',
      );
    });
  });
});

function fifoIn(directory: string): string {
  const path = join(directory, 'fifo');
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  return path;
}
