import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KernelSpec } from '../../../src/plan/plan.ts';
import { asPacked, entryFails, rememberPacked } from '../../../src/provision/kernel/boot-form.ts';
import { provideHeaders } from '../../../src/provision/kernel/headers.ts';
import { provideKernel } from '../../../src/provision/kernel/kernel.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { bzImage, elfWithNotes } from './kernel-images.ts';
import { testContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

const pvhKernel = Buffer.concat([
  elfWithNotes([{ owner: 'Xen', type: 18 }]),
  Buffer.from('\0Linux version 6.9.0-own (me@here) #1\0'),
]);
const otherKernel = Buffer.concat([
  elfWithNotes([{ owner: 'GNU', type: 3 }]),
  Buffer.from('\0Linux version 6.9.0-own (me@here) #1\0'),
]);

/** As `bzImage` of the tests names its build. */
const sameBuild = Buffer.concat([pvhKernel, Buffer.from('#1 SMP\0')]);

let root: string;
beforeEach(() => {
  root = temporaryDirectory();
});

function at(image: string, modules?: string): KernelSpec {
  return {
    kind: 'path',
    text: image,
    image: join(root, image),
    modules: modules === undefined ? undefined : join(root, modules),
  };
}

describe('a bzImage', () => {
  it('boots as the kernel inside it where that can be entered directly, unpacked once', async () => {
    writeTree(root, { bzImage: bzImage(gzipSync(pvhKernel), '6.9.0-own') });
    const context = testContext();
    const first = await provideKernel(at('bzImage'), context);
    expect(first).toMatchObject({
      spec: 'bzImage',
      release: '6.9.0-own',
      bootFormat: 'vmlinux',
      modulesDirectory: undefined,
    });
    expect(first.bootImage.startsWith(context.store.root)).toBe(true);
    expect(await provideKernel(at('bzImage'), context)).toEqual(first);
    expect(
      context.reported.map((progress) =>
        progress.kind === 'begin' ? `${progress.activity} ${progress.what}` : progress.kind,
      ),
    ).toEqual(['extracting bzImage', 'end']);
  });

  it('boots as it is where the kernel inside cannot be entered, or is packed in an unknown way', async () => {
    writeTree(root, { plain: bzImage(gzipSync(otherKernel)), odd: bzImage(Buffer.from('BZh91AY&SY')) });
    const context = testContext();
    expect(await provideKernel(at('plain'), context)).toMatchObject({
      bootFormat: 'bzImage',
      bootImage: join(root, 'plain'),
    });
    expect(await provideKernel(at('odd'), context)).toMatchObject({
      bootFormat: 'bzImage',
      bootImage: join(root, 'odd'),
    });
  });

  it('is booted as it is when a boot has shown that the kernel inside does not start', async () => {
    writeTree(root, { bzImage: bzImage(gzipSync(pvhKernel), '6.9.0-own') });
    const context = testContext();
    const first = await provideKernel(at('bzImage'), context);
    expect(first.packedImage).toBe(join(root, 'bzImage'));
    const packed = asPacked(first);
    expect(packed).toMatchObject({ bootFormat: 'bzImage', bootImage: join(root, 'bzImage'), imageReason: entryFails });
    expect(rememberPacked(first, context.store)).toBe(true);
    const later = await provideKernel(at('bzImage'), context);
    expect(later).toEqual(packed);
    expect(asPacked(later)).toBeUndefined();
  });

  it('that was cut and padded is reported as damaged', async () => {
    const packed = gzipSync(pvhKernel);
    packed.writeUInt32LE(1, packed.length - 4);
    writeTree(root, { bzImage: bzImage(packed) });
    await expect(provideKernel(at('bzImage'), testContext())).rejects.toThrow(
      `${join(root, 'bzImage')} could not be unpacked: incorrect length check`,
    );
  });
});

describe('an ELF vmlinux', () => {
  it('boots as it is, and says its release in its banner', async () => {
    writeTree(root, { vmlinux: pvhKernel });
    expect(await provideKernel(at('vmlinux'), testContext())).toMatchObject({
      release: '6.9.0-own',
      bootFormat: 'vmlinux',
      bootImage: join(root, 'vmlinux'),
    });
  });

  it('has the bzImage of the same build to fall back to, where the build puts it', async () => {
    writeTree(root, { vmlinux: sameBuild, 'arch/x86/boot/bzImage': bzImage(gzipSync(sameBuild), '6.9.0-own') });
    const context = testContext();
    const kernel = await provideKernel(at('vmlinux'), context);
    expect(kernel).toMatchObject({
      bootFormat: 'vmlinux',
      bootImage: join(root, 'vmlinux'),
      packedImage: join(root, 'arch/x86/boot/bzImage'),
    });
    rememberPacked(kernel, context.store);
    expect(await provideKernel(at('vmlinux'), context)).toMatchObject({
      bootFormat: 'bzImage',
      bootImage: join(root, 'arch/x86/boot/bzImage'),
    });
  });

  it('has no use for the bzImage of another build', async () => {
    writeTree(root, { vmlinux: pvhKernel, 'arch/x86/boot/bzImage': bzImage(gzipSync(pvhKernel), '6.9.0-own') });
    expect(await provideKernel(at('vmlinux'), testContext())).not.toHaveProperty('packedImage');
  });

  it('without a PVH entry is refused', async () => {
    writeTree(root, { vmlinux: otherKernel });
    await expect(provideKernel(at('vmlinux'), testContext())).rejects.toThrow(
      'vmlinux: this vmlinux has no PVH entry, so QEMU cannot start it.',
    );
  });
});

describe('the modules of a kernel', () => {
  it.each([
    'lib/modules/6.9.0-own',
    'boot/lib/modules/6.9.0-own',
    'usr/lib/modules/6.9.0-own',
    'boot/usr/lib/modules/6.9.0-own',
  ])('are found beside it in %s', async (directory) => {
    writeTree(root, { 'boot/vmlinux': pvhKernel, [`${directory}/modules.dep`]: '' });
    expect((await provideKernel(at('boot/vmlinux'), testContext())).modulesDirectory).toBe(join(root, directory));
  });

  it('are found where the image itself is, and two directories above it', async () => {
    const [own, above] = ['lib/modules/6.9.0-own', 'a/lib/modules/6.9.0-own'];
    writeTree(root, {
      [`${own}/vmlinuz`]: pvhKernel,
      [`${own}/modules.dep`]: '',
      'a/usr/boot/vmlinuz': pvhKernel,
      [`${above}/modules.dep`]: '',
    });
    const found = await provideKernel(at(`${own}/vmlinuz`), testContext());
    expect(found.modulesDirectory).toBe(join(root, own));
    expect((await provideKernel(at('a/usr/boot/vmlinuz'), testContext())).modulesDirectory).toBe(join(root, above));
  });

  it('with an index are preferred, and those found without one are refused', async () => {
    const [first, second] = ['lib/modules/6.9.0-own', 'usr/lib/modules/6.9.0-own'];
    writeTree(root, { 'boot/vmlinux': pvhKernel, [`${first}/kernel/a.ko`]: '', [`${second}/modules.dep`]: '' });
    expect((await provideKernel(at('boot/vmlinux'), testContext())).modulesDirectory).toBe(join(root, second));
    rmSync(join(root, second), { recursive: true });
    await expect(provideKernel(at('boot/vmlinux'), testContext())).rejects.toThrow(
      `boot/vmlinux: expected modules.dep in ${join(root, first)}, found none.`,
    );
  });

  it('that were not found were looked for in these places', async () => {
    writeTree(root, { 'usr/boot/vmlinux': pvhKernel });
    const kernel = await provideKernel(at('usr/boot/vmlinux'), testContext());
    expect(kernel.modulesDirectory).toBeUndefined();
    expect(kernel.modulesSought?.map((path) => relative(root, path))).toEqual([
      'usr/lib/modules/6.9.0-own',
      'usr/boot/lib/modules/6.9.0-own',
      'usr/usr/lib/modules/6.9.0-own',
      'usr/boot/usr/lib/modules/6.9.0-own',
      'lib/modules/6.9.0-own',
    ]);
  });

  it('can be named', async () => {
    writeTree(root, { vmlinux: pvhKernel, 'elsewhere/6.9.0-own/modules.dep': '' });
    expect((await provideKernel(at('vmlinux', 'elsewhere/6.9.0-own'), testContext())).modulesDirectory).toBe(
      join(root, 'elsewhere/6.9.0-own'),
    );
  });

  it('must be there when they are named, be of this kernel, and be indexed', async () => {
    writeTree(root, { vmlinux: pvhKernel, 'other/6.8.0/modules.dep': '', 'lib/modules/6.9.0-own/kernel/a.ko': '' });
    const refusal = (spec: KernelSpec): Promise<unknown> =>
      provideKernel(spec, testContext()).catch((error: unknown) => error);
    expect(await refusal(at('vmlinux', 'nowhere'))).toMatchObject({
      message: `vmlinux: expected its modules in ${root}/nowhere, found no directory there.`,
    });
    expect(await refusal(at('vmlinux', 'other/6.8.0'))).toMatchObject({
      message: `vmlinux: expected modules of kernel 6.9.0-own in ${root}/other/6.8.0, found those of another one.`,
    });
    expect(await refusal(at('vmlinux', 'lib/modules/6.9.0-own'))).toMatchObject({
      message: `vmlinux: expected modules.dep in ${root}/lib/modules/6.9.0-own, found none.`,
      hint: `Create it: depmod --basedir ${root} 6.9.0-own`,
    });
  });
});

describe('a file that is not a kernel', () => {
  it('is refused with a description of what was found', async () => {
    writeTree(root, { text: 'Hello', program: elfWithNotes([{ owner: 'GNU', type: 3 }]) });
    mkdirSync(join(root, 'folder'));
    const refusal = (name: string): Promise<unknown> =>
      provideKernel(at(name), testContext()).catch((error: unknown) =>
        error instanceof Error ? error.message : error,
      );
    expect(await refusal('text')).toBe(
      'text: expected a bzImage, an Image or an ELF file, found none of them (no HdrS at 0x202, no magic at 0x38).',
    );
    expect(await refusal('program')).toBe(
      'program: expected a Linux kernel, found an ELF file without “Linux version …”.',
    );
    expect(await refusal('folder')).toBe('folder: expected a bzImage, an Image or an ELF vmlinux, found a directory.');
    expect(await refusal('nothing')).toBe(
      'nothing: expected a bzImage, an Image or an ELF vmlinux, found nothing there.',
    );
  });
});

describe('the headers of a kernel at a path', () => {
  it('are where lib/modules/RELEASE/build leads', async () => {
    writeTree(root, {
      vmlinux: pvhKernel,
      'lib/modules/6.9.0-own/modules.dep': '',
      'lib/modules/6.9.0-own/build/Makefile': '',
      'lib/modules/6.9.0-own/build/.config': 'A=y\nCONFIG_CC_IS_CLANG=y\nCONFIG_CLANG_VERSION=190107\n',
    });
    const kernel = await provideKernel(at('vmlinux'), testContext());
    const headers = await provideHeaders(at('vmlinux'), kernel, testContext());
    expect(headers).toMatchObject({
      release: '6.9.0-own',
      makeArgs: ['-C', join(root, 'lib/modules/6.9.0-own/build')],
      compiler: { family: 'clang', major: 19 },
      origin: undefined,
    });
    writeTree(root, { 'lib/modules/6.9.0-own/build/.config': 'A=n\n' });
    const changed = await provideHeaders(at('vmlinux'), kernel, testContext());
    expect(changed.compiler).toBeUndefined();
    expect(changed.key).not.toBe(headers.key);
  });

  it('are reported as missing with the expected path', async () => {
    writeTree(root, { vmlinux: pvhKernel, 'lib/modules/6.9.0-own/modules.dep': '' });
    const kernel = await provideKernel(at('vmlinux'), testContext());
    await expect(provideHeaders(at('vmlinux'), kernel, testContext())).rejects.toThrow(
      'vmlinux: no headers to build modules for 6.9.0-own: expected ' +
        `${root}/lib/modules/6.9.0-own/build/Makefile, found none.`,
    );
  });
});
