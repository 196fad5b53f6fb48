import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unpackPackages } from '../../../src/provision/apt/package-fetch.ts';
import { findProgram } from '../../../src/host/environment.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { debOf, type Member } from './archives.ts';
import { testContext } from './provision-context.ts';

afterEach(() => vi.unstubAllEnvs());

/** Programs with names of the host's, first on PATH. */
function standIn(scripts: Readonly<Record<string, string>>): void {
  const bin = temporaryDirectory();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
}

/** Unpacks one package. @returns where its files are */
async function unpacked(...members: readonly Member[]): Promise<string> {
  const content = await debOf({ name: './', type: 'directory', mode: 0o755 }, ...members);
  const path = join(temporaryDirectory(), 'a.deb');
  writeFileSync(path, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const context = testContext();
  const directory = join(context.store.root, 'tree');
  const file = { name: 'a_1_all.deb', uri: `file:${path}`, sizeBytes: content.length, sha256 };
  await unpackPackages(context, 'a kernel', [file], directory);
  return directory;
}

async function failure(work: Promise<unknown>): Promise<ProvisionError> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  expect(error, String(error)).toBeInstanceOf(ProvisionError);
  return error as ProvisionError;
}

const ofShadow: Member = { name: './sbin/unix_chkpwd', mode: 0o2755, uid: 0, gid: 42, content: '#!/bin/sh\n' };
const hasNamespaces = spawnSync('unshare', ['--map-root-user', 'true']).status === 0;

describe('a package', () => {
  it.skipIf(!hasNamespaces)(
    'is unpacked by a root who is the only user (skipped where user namespaces are not allowed)',
    async () => {
      standIn({ tar: `exec unshare --map-root-user ${findProgram('tar') ?? 'tar'} "$@"` });
      const tree = await unpacked(ofShadow);
      const { mode, uid, gid } = lstatSync(join(tree, 'sbin/unix_chkpwd'));
      expect([mode & 0o7777, uid, gid]).toEqual([0o755, process.getuid?.(), process.getgid?.()]);
    },
  );

  it('keeps its permissions and links, whatever the mask and the options of tar are', async () => {
    vi.stubEnv('TAR_OPTIONS', '--exclude=*');
    const mask = process.umask(0o077);
    try {
      const tree = await unpacked(
        { name: './etc/', type: 'directory', mode: 0o755 },
        { name: './etc/shadow', mode: 0o640, gid: 42, content: 'root' },
        { name: './etc/open', mode: 0o666 },
        { name: './etc/other', type: 'link', linkname: './etc/shadow' },
        { name: './etc/far', type: 'symlink', linkname: '/usr/share/far' },
      );
      const modes = ['', 'shadow', 'open', 'other'].map((name) => lstatSync(join(tree, 'etc', name)).mode & 0o7777);
      expect(modes).toEqual([0o755, 0o640, 0o666, 0o640]);
      expect([lstatSync(join(tree, 'etc/shadow')).nlink, readlinkSync(join(tree, 'etc/far'))]).toEqual([
        2,
        '/usr/share/far',
      ]);
    } finally {
      process.umask(mask);
    }
  });

  it.each([
    ['dpkg-deb', 'head -c 10240 /dev/zero; echo "dpkg-deb: error: damaged" >&2; exit 2', 'dpkg-deb: error: damaged'],
    ['tar', 'cat >/dev/null; echo "tar: Exiting with failure" >&2; exit 2', 'tar: Exiting with failure'],
    ['tar', 'cat >/dev/null; exit 3', 'exit status 3'],
  ])('is told as one that cannot be unpacked when %s fails', async (program, script, why) => {
    standIn({ [program]: script });
    const { message, hint } = await failure(unpacked(ofShadow));
    expect([message, hint]).toEqual([`a_1_all.deb could not be unpacked:\n${why}`, 'Try again']);
  });

  it.each([
    ['dpkg-deb', 'dpkg'],
    ['tar', 'tar'],
  ])('needs %s, and says which package has it', async (program, name) => {
    const bin = temporaryDirectory();
    for (const other of readdirSync('/usr/bin').filter((each) => each !== program))
      symlinkSync(join('/usr/bin', other), join(bin, other));
    vi.stubEnv('PATH', bin);
    const { message, hint } = await failure(unpacked(ofShadow));
    expect([message, hint]).toEqual([
      `${program} is needed, but was not found.`,
      `Install it: sudo apt-get install ${name}`,
    ]);
  });
});
