import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { explain } from '../../../src/command/explain-failure.ts';
import { sha256Of } from '../../../src/host/files/file-digest.ts';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import type { KernelSpec } from '../../../src/plan/plan.ts';
import { chooseKernel } from '../../../src/provision/kernel/choose-kernel.ts';
import { provideHeaders } from '../../../src/provision/kernel/headers.ts';
import { provideKernel } from '../../../src/provision/kernel/kernel.ts';
import { requireDrivers } from '../../../src/provision/kernel/required-drivers.ts';
import { settledPath, settleModules } from '../../../src/provision/kernel/settle-modules.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { cpioOf, debOf, rpmOf } from './archives.ts';
import { bzImage, elfWithNotes } from './kernel-images.ts';
import { loopbackServer } from './loopback-server.ts';
import { testContext, type TestContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

const kernelFile = bzImage(gzipSync(elfWithNotes([{ owner: 'Xen', type: 18 }])), '6.9.0-own');

let files: string;
let context: TestContext;
beforeEach(() => {
  files = temporaryDirectory();
  context = testContext();
});

function spec(text: string): KernelSpec {
  const parse = parseKernelSpec(text, '/');
  if (parse.kind === 'problem') throw new Error(parse.problem.message);
  return parse.spec;
}

function fileSpec(prefix: string, ...contents: readonly Uint8Array[]): string {
  const parts = contents.map((content, index) => {
    const path = join(files, `${index}.${prefix}`);
    writeFileSync(path, content);
    return `${pathToFileURL(path).href}#sha256=${sha256Of(content)}`;
  });
  return `${prefix}:${parts.join(',')}`;
}

/** Message and exit status of the command. */
async function failureOf(text: string): Promise<string> {
  const error: unknown = await provideKernel(spec(text), context).catch((reason: unknown) => reason);
  const { message, exitStatus } = explain(error);
  return `${message.replaceAll(files, 'FILES')} (${exitStatus})`;
}

function isStoreEmpty(): boolean {
  return ['assets', 'staging'].every((name) => readdirSync(join(context.store.root, name)).length === 0);
}

describe('packages', () => {
  it('a deb is a kernel, unpacked once, and only what is a kernel’s', async () => {
    const text = fileSpec(
      'deb',
      await debOf({ name: './boot/vmlinuz-6.9.0-own', content: kernelFile }, { name: './etc/x', content: 'x' }),
    );
    const kernel = await provideKernel(spec(text), context);
    expect(kernel).toMatchObject({
      spec: text,
      release: '6.9.0-own',
      sha256: sha256Of(kernelFile),
      bootFormat: 'vmlinux',
    });
    expect(kernel.modulesDirectory).toBeUndefined();
    const reported = context.reported.length;
    expect(await provideKernel(spec(text), context)).toEqual(kernel);
    expect(context.reported).toHaveLength(reported);
  });

  it.each([
    ['plain', (bytes: Buffer) => bytes],
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ])('an rpm with a payload that is %s is a kernel', async (_, packed) => {
    const text = fileSpec('rpm', rpmOf(packed(cpioOf({ name: './lib/vmlinuz', content: kernelFile }))));
    expect(await provideKernel(spec(text), context)).toMatchObject({ release: '6.9.0-own' });
  });

  it('the order and the place of packages do not matter', async () => {
    const first = await debOf({ name: 'boot/vmlinuz', content: kernelFile });
    const second = await debOf({ name: 'etc/odd', content: '' });
    const one = await provideKernel(spec(fileSpec('deb', first, second)), context);
    files = temporaryDirectory();
    const other = await provideKernel(spec(fileSpec('deb', second, first)), context);
    expect(other.bootImage).toBe(one.bootImage);
  });

  it.each<readonly [string, 'deb' | 'rpm', () => Buffer | Promise<Buffer>, string]>([
    ['that is none', 'deb', () => Buffer.from('<html></html>'), '0.deb cannot be used: it is not a Debian package.'],
    ['of another kind', 'rpm', () => debOf({ name: 'x' }), '0.rpm cannot be used: it is not an rpm package.'],
    ['that is cut', 'deb', async () => (await debOf({ name: 'x' })).subarray(0, -50), 'it ends too early'],
    ['with a damaged payload', 'rpm', () => rpmOf(gzipSync('x'.repeat(2000)).subarray(0, 20)), '0.rpm cannot be used'],
    [
      'packed with bzip2',
      'rpm',
      () => rpmOf(Buffer.from('BZh91AY&SY')),
      '0.rpm cannot be used: it is packed with bzip2.',
    ],
    ['without a kernel', 'deb', () => debOf({ name: 'etc/x', content: 'x' }), 'expected an x86 kernel image'],
    [
      'with two kernels',
      'deb',
      () =>
        debOf(
          { name: 'boot/vmlinuz-a', content: kernelFile },
          { name: 'boot/vmlinuz-b', content: bzImage(Buffer.from('x'), '6.10.0') },
        ),
      'expected one kernel, found 2: 6.10.0, 6.9.0-own.',
    ],
    ['that writes elsewhere', 'deb', () => debOf({ name: '../../x', content: 'x' }), 'expected paths without ..'],
  ])('one %s is refused, and nothing of it stays', async (_, format, make, message) => {
    expect(await failureOf(fileSpec(format, await make()))).toContain(message);
    expect(isStoreEmpty()).toBe(true);
  });
});

describe('digests', () => {
  it('one that is missing is told, and nothing is kept', async () => {
    const { host } = await loopbackServer(() => ({ body: kernelFile }));
    const url = `http://${host}/k/bzImage`;
    expect(await failureOf(`url:${url}`)).toBe(
      'url:bzImage: expected the digest of bzImage, found none. Nothing was run.\n' +
        `If you trust what was fetched now, write its digest: url:${url}#sha256=${sha256Of(kernelFile)} (2)`,
    );
    const digest = '0'.repeat(64);
    const two = await failureOf(`deb:${url},${url}2#sha256=${digest}`);
    expect(two).toContain(`expected SHA-256 ${digest}, found ${sha256Of(kernelFile)}`);
    expect(await failureOf(`deb:${url},${url}2`)).toContain(
      `deb:${url}#sha256=${sha256Of(kernelFile)},${url}2#sha256=`,
    );
    expect(isStoreEmpty()).toBe(true);
  });

  it('one that is wrong is told with the one that was found', async () => {
    const { host } = await loopbackServer(() => ({ body: kernelFile }));
    const digest = '0'.repeat(64);
    expect(await failureOf(`url:http://${host}/bzImage#sha256=${digest}`)).toBe(
      `http://${host}/bzImage is not the file that was asked for: expected SHA-256 ${digest}, found ` +
        `${sha256Of(kernelFile)}.\nEither the digest is of another file, or the file has changed: ask its publisher ` +
        'for the digest (69)',
    );
    expect(isStoreEmpty()).toBe(true);
  });
});

describe('servers', () => {
  const digest = sha256Of(kernelFile);

  it('a redirect is followed', async () => {
    const { host } = await loopbackServer(({ url }) =>
      url === '/real' ? { body: kernelFile } : { status: 302, headers: { location: '/real' } },
    );
    const kernel = await provideKernel(spec(`url:http://${host}/bzImage#sha256=${digest}`), context);
    expect(kernel).toMatchObject({ release: '6.9.0-own', modulesDirectory: undefined });
    expect(readFileSync(kernel.bootImage).length).toBeGreaterThan(0);
  });

  it('a moment of trouble is waited out', async () => {
    let asked = 0;
    const { host } = await loopbackServer(() => (++asked < 3 ? { status: 503 } : { body: kernelFile }));
    await provideKernel(spec(`url:http://${host}/bzImage#sha256=${digest}`), context);
    expect(asked).toBe(3);
  });

  it.each([
    ['nothing there', { status: 404 }, 'the server answers 404 (no such file). (69)'],
    ['a circle', { status: 301, headers: { location: '/bzImage' } }, 'redirects more than 10 times'],
    ['another protocol', { status: 301, headers: { location: 'file:///etc/passwd' } }, 'which is not followed'],
    ['a short content', { headers: { 'content-length': '10' }, body: '123', isCut: true }, 'could not be fetched'],
  ])('%s is said', async (_, answer, message) => {
    const { host } = await loopbackServer(() => answer);
    const text = await failureOf(`url:http://${host}/bzImage#sha256=${digest}`);
    expect(text.replace(/\n.*/s, ' (69)')).toContain(message);
  });

  it('a file that is not there is said', async () => {
    expect(await failureOf(`url:${pathToFileURL(files).href}/none#sha256=${digest}`)).toContain(
      'could not be fetched: ENOENT: no such file or directory',
    );
  });
});

describe('the parts of a kernel', () => {
  it('modules get one place, whichever package has them where', () => {
    writeTree(files, {
      'usr/lib/modules/6.9/vmlinuz': 'k',
      'usr/lib/modules/6.9/kernel/a.ko': 'a',
      'lib/modules/6.9/kernel/b.ko': 'b',
    });
    expect(settleModules(files, '', '6.9')).toBe('lib/modules/6.9');
    expect(readdirSync(join(files, 'lib/modules/6.9/kernel'))).toEqual(['a.ko', 'b.ko']);
    expect(settledPath('usr/lib/modules/6.9/vmlinuz', '')).toBe('lib/modules/6.9/vmlinuz');
    expect(settleModules(files, 'data', '6.9')).toBeUndefined();
  });

  it('the kernel with modules is chosen; modules of another one are refused', async () => {
    writeTree(files, {
      'boot/vmlinuz-a': kernelFile,
      'boot/vmlinuz-b': bzImage(Buffer.from('x'), '6.10.0'),
      'data/x/lib/modules/6.9.0-own/modules.order': '',
    });
    const found = { tree: { directory: files, isFile: () => true }, roots: new Set(['data/x']) };
    const wish = { title: 'k', advice: '' };
    const both = { ...found, images: new Set(['boot/vmlinuz-a', 'boot/vmlinuz-b']) };
    expect(await chooseKernel(wish, both, context)).toEqual({
      release: '6.9.0-own',
      image: 'boot/vmlinuz-a',
      root: 'data/x',
    });
    const other = { ...found, images: new Set(['boot/vmlinuz-b']) };
    await expect(chooseKernel(wish, other, context)).rejects.toThrow(
      'k: expected modules of 6.10.0, found those of 6.9.0-own.',
    );
  });

  it('drivers that are neither built in nor there are missed', () => {
    const wish = { title: 'kernel-core', advice: 'Give kernel-modules-core' };
    writeTree(files, { 'modules.builtin': 'kernel/drivers/virtio/virtio_pci.ko\n' });
    expect(() => requireDrivers(wish, files)).toThrow(
      'kernel-core: expected virtio_console, which this kernel has not built in, among its modules, found no modules',
    );
    writeTree(files, { 'modules.dep': 'kernel/drivers/char/virtio_console.ko.zst:\n' });
    requireDrivers(wish, files);
    writeTree(files, { 'modules.builtin': '', 'modules.dep': '' });
    requireDrivers(wish, files);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['Fedora', { 'usr/src/kernels/6.9.0-own/Makefile': 'all:\n' }, 'usr/src/kernels/6.9.0-own'],
    [
      'Debian',
      {
        'usr/src/linux-headers-6.9.0-own/Makefile': 'include /usr/src/linux-headers-6.9.0-common/Makefile\n',
        'usr/src/linux-headers-6.9.0-common/Makefile': 'all:\n',
      },
      'usr/src/linux-headers-6.9.0-own',
    ],
    [
      'openSUSE',
      {
        'usr/src/linux-6.9.0-obj/x86_64/own/Makefile': 'include ../../../linux-6.9.0/Makefile\n',
        'usr/src/linux-6.9.0/Makefile': 'all:\n',
      },
      'usr/src/linux-6.9.0-obj/x86_64/own',
    ],
  ])('headers of %s are found, and missed where a part is not given', async (_, tree, place) => {
    const members = [
      { name: 'boot/vmlinuz', content: kernelFile },
      ...Object.entries(tree).map(([name, content]) => ({ name, content })),
    ];
    const whole = spec(fileSpec('deb', await debOf(...members)));
    const kernel = await provideKernel(whole, context);
    const { makeArgs, unpackedRoot, release } = await provideHeaders(whole, kernel, context);
    expect(release).toBe('6.9.0-own');
    expect(makeArgs[1]).toMatch(new RegExp(`/root/${place}$`));
    expect(unpackedRoot !== undefined).toBe(place.includes('headers'));
    if (members.length < 3) return;
    const part = spec(fileSpec('deb', await debOf(...members.slice(0, -1))));
    const refused = provideHeaders(part, await provideKernel(part, context), context);
    await expect(refused).rejects.toThrow(`the headers in /${place} are not complete: expected `);
  });

  it('an image has no headers', async () => {
    const image = spec(fileSpec('url', kernelFile));
    const refused = provideHeaders(image, await provideKernel(image, context), context);
    await expect(refused).rejects.toThrow('expected headers to build modules for 6.9.0-own, found none.');
  });
});

it('a store that was filled needs no address any more', async () => {
  const text = fileSpec('deb', await debOf({ name: 'boot/vmlinuz', content: kernelFile }));
  await provideKernel(spec(text), context);

  const moved = `deb:file:///nowhere/0.deb#sha256=${text.slice(text.indexOf('=') + 1)}`;
  expect(await provideKernel(spec(moved), context)).toMatchObject({ release: '6.9.0-own', spec: moved });
});
