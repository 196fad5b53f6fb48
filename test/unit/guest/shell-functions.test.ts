import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
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

  it.each(readdirSync(guest).filter((name) => name !== 'agent' && !name.endsWith('.md')))(
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
      expect(call('file-systems.sh', 'types_of "$1"', path)).toMatchObject({
        stdout: type === '' ? '' : `${type}\n`,
        stderr: '',
      });
    });

    it('finds nothing on a disk that is empty or not there', () => {
      const path = join(temporaryDirectory(), 'empty');
      writeFileSync(path, '');
      expect([
        call('file-systems.sh', 'types_of "$1"', path).stdout,
        call('file-systems.sh', 'types_of "$1"', '/nowhere').stdout,
      ]).toEqual(['', '']);
    });
  });

  describe('qdt-slot', () => {
    /** The configuration of a port whose capabilities are power management and PCI Express. */
    const port = (change: (config: Buffer) => unknown = () => undefined): string => {
      const directory = temporaryDirectory();
      const config = Buffer.alloc(4096);
      Object.entries({ 0x0e: 0x81, 0x34: 0x40, 0x40: 0x01, 0x41: 0x54, 0x54: 0x10, 0x57: 0x01, 0x68: 0x7b }).forEach(
        ([place, value]) => config.writeUInt8(value, Number(place)),
      );
      config.writeUInt16LE(0x07c0, 0x6c);
      change(config);
      writeFileSync(join(directory, 'config'), config);
      return directory;
    };
    const controlsAfter = (way: string, directory: string): string => {
      const words = [...shell.slice(1), join(guest, 'qdt-slot'), way, directory];
      expect(spawnSync(shell[0] ?? 'sh', words, { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
      const config = readFileSync(join(directory, 'config'));
      expect(config).toHaveLength(4096);
      return config.readUInt16LE(0x6c).toString(16);
    };

    it('switches the power and its indicator, and nothing else', () => {
      const directory = port();
      expect(['on', 'off', 'on'].map((way) => controlsAfter(way, directory))).toEqual(['1c0', '7c0', '1c0']);
    });

    it.each<[string, (config: Buffer) => unknown]>([
      ['no bridge', (config) => config.writeUInt8(0, 0x0e)],
      ['no slot', (config) => config.writeUInt8(0, 0x57)],
      ['a slot without a power controller', (config) => config.writeUInt8(0x79, 0x68)],
      ['no capabilities', (config) => config.writeUInt8(0, 0x34)],
    ])('passes over %s', (_what, change) => {
      expect(controlsAfter('on', port(change))).toBe('7c0');
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
});
