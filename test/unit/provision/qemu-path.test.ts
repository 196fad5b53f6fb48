import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import { provideQemu } from '../../../src/provision/qemu/qemu.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { testContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

const script = '#!/bin/sh\necho "QEMU emulator version 10.0.3 (Debian 1:10.0.3)"\n';

describe('a QEMU at a path', () => {
  it('says its version itself, and brings the qemu-img beside it', async () => {
    const root = temporaryDirectory();
    const path = join(root, 'qemu-system-x86_64');
    writeTree(root, { 'qemu-system-x86_64': script, 'qemu-img': '#!/bin/sh\n' });
    expect(await provideQemu({ kind: 'path', text: './qemu', path }, x86_64, testContext())).toEqual({
      spec: './qemu',
      version: '10.0.3',
      sha256: createHash('sha256').update(script).digest('hex'),
      command: [path],
      imgCommand: [join(root, 'qemu-img')],
      firmwareArgs: [],
      env: {},
    });
  });

  it('is refused when it is not there, not a program, not executable, or something else', async () => {
    const root = temporaryDirectory();
    writeTree(root, {
      plain: 'text',
      other: '#!/bin/sh\necho "GNU bash"\n',
      broken: '#!/bin/sh\necho "no such library" >&2\nexit 127\n',
    });
    mkdirSync(join(root, 'folder'));
    const refusal = async (name: string): Promise<unknown> => {
      const error: unknown = await provideQemu(
        { kind: 'path', text: name, path: join(root, name) },
        x86_64,
        testContext(),
      ).catch((reason: unknown) => reason);
      return error instanceof Error ? error.message.replaceAll(root, '') : error;
    };
    expect(await refusal('nothing')).toBe('QEMU /nothing: no such file.');
    expect(await refusal('folder')).toBe('QEMU /folder: expected a qemu-system-x86_64 program, found a directory.');
    expect(await refusal('plain')).toBe('QEMU /plain: this user may not execute it.');
    expect(await refusal('other')).toBe('/other --version: expected “QEMU emulator version …”, found:\nGNU bash');
    expect(await refusal('broken')).toBe('/broken --version failed (exit status 127):\nno such library');
  });
});

describe('a QEMU of a distribution', () => {
  it('that the data does not have is refused with those it has', async () => {
    const spec = { kind: 'distribution', text: 'debian:woody', distribution: 'debian', suite: 'woody' } as const;
    await expect(provideQemu(spec, x86_64, testContext())).rejects.toThrow(
      'QEMU debian:woody: no such suite. The suites are debian:bookworm, debian:bookworm-backports, ' +
        'debian:trixie, debian:trixie-backports.',
    );
  });
});
