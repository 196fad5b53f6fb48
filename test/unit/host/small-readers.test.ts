import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deferred } from '../../../src/host/deferred.ts';
import { diskFormat } from '../../../src/host/files/disk-file.ts';
import { realPath, realPlace } from '../../../src/host/files/file-facts.ts';
import { readTextFile } from '../../../src/host/files/read-text.ts';
import { probeKvm } from '../../../src/host/kvm.ts';
import { hostProcessor } from '../../../src/host/resources.ts';
import { isHostExhausted, isSystemError } from '../../../src/host/system-error.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('readTextFile', () => {
  it('reads no more than it may', () => {
    expect([0, 3, 10, 1_000_000].map((limit) => readTextFile(fileOf('0123456789'), limit))).toEqual([
      '',
      '012',
      '0123456789',
      '0123456789',
    ]);
  });

  it('reads more than one piece', () => {
    const content = 'x'.repeat(200_000);
    expect(readTextFile(fileOf(content), 1_000_000)).toBe(content);
  });

  it('finds nothing without a file, and replaces bytes that are not UTF-8', () => {
    expect([readTextFile('/nowhere/file', 10), readTextFile(fileOf(Buffer.from([0x61, 0xff, 0x62])), 10)]).toEqual([
      '',
      'a\ufffdb',
    ]);
  });

  it('says what else is wrong', () => {
    expect(() => readTextFile(temporaryDirectory(), 10)).toThrow('EISDIR: illegal operation on a directory, read');
  });
});

describe('realPlace', () => {
  it('resolves links as far as there is anything, and leaves alone what leads nowhere', () => {
    const place = realPath(temporaryDirectory());
    mkdirSync(join(place, 'disk'));
    symlinkSync('disk', join(place, 'link'));
    symlinkSync('nowhere', join(place, 'dangling'));
    symlinkSync('loop', join(place, 'loop'));
    writeFileSync(join(place, 'file'), '');
    const found = ['link', 'link/a/b', 'disk/a', 'dangling/a', 'loop', 'file/a'].map((path) =>
      realPlace(join(place, path)),
    );
    expect(found).toEqual(
      ['disk', 'disk/a/b', 'disk/a', 'dangling/a', 'loop', 'file/a'].map((path) => join(place, path)),
    );
  });
});

describe('diskFormat', () => {
  it.each([
    ['qcow2', Buffer.from('QFI\xfb\0\0\0\x03rest', 'latin1')],
    ['raw', Buffer.from('QFI\xfa\0\0\0\x03', 'latin1')],
    ['raw', Buffer.from('QFI')],
    ['raw', Buffer.alloc(0)],
    ['raw', Buffer.alloc(512)],
  ] as const)('takes for %s: %j', (format, content) => {
    expect(diskFormat(fileOf(content))).toBe(format);
  });
});

it.each([
  ['x86-64', 'model name\t: A\ncpu MHz\t\t: 1000.0\nflags\t\t: fpu\n\nmodel name\t: B\n', /A\nflags\t\t: fpu$/],
  [
    'arm64',
    'processor\t: 0\nBogoMIPS\t: 125.00\nFeatures\t: fp asimd\nCPU part\t: 0xd0c\n\nprocessor\t: 1\n',
    /\nFeatures\t: fp asimd\nCPU part\t: 0xd0c$/,
  ],
])('a processor of %s is known by what does not change', (_, cpuInfo, expected) => {
  expect(hostProcessor(cpuInfo)).toMatch(expected);
  expect(hostProcessor(cpuInfo)).not.toMatch(/MHz|BogoMIPS/);
});

describe('probeKvm', () => {
  const intel = 'processor\t: 0\nflags\t\t: fpu vmx sse\nvmx flags\t: vnmi\n';

  it.each([
    ['vmx', intel],
    ['svm', 'flags : fpu svm\n'],
  ])('promises KVM with %s and a device that may be opened', (_, cpuInfo) => {
    expect(probeKvm({ device: fileOf(''), cpuInfo: fileOf(cpuInfo) })).toEqual({ kind: 'promising' });
  });

  it.each([
    ['arm64', 'processor\t: 0\nFeatures\t: fp asimd\nCPU implementer\t: 0x41\n'],
    ['riscv64', 'processor\t: 0\nisa\t: rv64imafdc\n'],
  ])('takes a device that may be opened for KVM on %s, whose processors have no flag of it', (_, cpuInfo) => {
    expect(probeKvm({ device: fileOf(''), cpuInfo: fileOf(cpuInfo) })).toEqual({ kind: 'promising' });
    expect(probeKvm({ device: '/nowhere/kvm', cpuInfo: fileOf(cpuInfo) }, undefined)).toMatchObject({
      kind: 'unusable',
      reason: 'no /nowhere/kvm',
    });
  });

  it('says that there is no device', () => {
    expect(probeKvm({ device: '/nowhere/kvm', cpuInfo: fileOf('flags : fpu\n') }, 'podman')).toEqual({
      kind: 'unusable',
      reason: 'no /nowhere/kvm',
      advice:
        'On the host of the container: Enable virtualisation in the firmware, or nested virtualisation for this ' +
        'machine. Start the container with --device /dev/kvm.',
    });
  });

  it.skipIf(process.getuid?.() === 0)('says that this user may not open it', () => {
    const device = fileOf('');
    chmodSync(device, 0);
    expect(probeKvm({ device, cpuInfo: fileOf(intel) })).toMatchObject({
      kind: 'unusable',
      reason: `${device} may not be opened by this user (EACCES)`,
    });
  });

  it.each([
    ['no flag of it', 'flags : fpu sse\n'],
    ['a flag that only resembles it', 'flags : fpu vmxnet svmx\n'],
    ['the word elsewhere', 'model name : vmx\nflags : fpu\nvmx flags : vnmi\n'],
  ])('says that the processor has %s', (_, text) => {
    const places = { device: fileOf(''), cpuInfo: fileOf(text) };
    expect(probeKvm(places)).toEqual({
      kind: 'unusable',
      reason:
        `${places.device} exists, but the processor offers no virtualisation ` + `(no vmx or svm in ${places.cpuInfo})`,
      advice: 'Enable nested virtualisation for this machine, or use a host with virtualisation.',
    });
  });
});

describe('deferred', () => {
  it('settles from outside, once', async () => {
    const { promise, resolve, reject } = deferred<number>();
    resolve(1);
    resolve(2);
    reject(new Error('late'));
    await expect(promise).resolves.toBe(1);
  });

  it('fails only for those who await it', async () => {
    const { promise, reject } = deferred<number>();
    reject(new Error('no'));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(promise).rejects.toThrow('no');
  });
});

describe('isSystemError', () => {
  it('tells what the operating system refused from our own bugs', () => {
    const missing = errorOf(() => readTextFile('/dev/null/x', 1));
    const noSpace = errorOf(() => writeFileSync('/dev/full', 'x'));
    const bug = errorOf(() => JSON.parse('{'));
    expect([missing, noSpace, bug, undefined].map((error) => [isSystemError(error), isHostExhausted(error)])).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
    ]);
  });
});

function fileOf(content: string | Buffer): string {
  const path = join(temporaryDirectory(), 'file');
  writeFileSync(path, content);
  return path;
}

function errorOf(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}
