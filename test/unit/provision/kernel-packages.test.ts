import { describe, expect, it } from 'vitest';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import { parseControlFile } from '../../../src/provision/apt/package-file.ts';
import type { PrivateApt } from '../../../src/provision/apt/private-apt.ts';
import type { KernelPlace } from '../../../src/provision/apt/release.ts';
import { releases } from '../../../src/provision/apt/releases.ts';
import {
  findKernelPackages,
  kernelPackagesFor,
  readKernelPackageSet,
} from '../../../src/provision/kernel/kernel-packages.ts';

const names = kernelPackagesFor(x86_64, releases[0]);

/** What a mirror has, as apt-cache shows it. */
const lists = parseControlFile(`Package: linux-image-amd64
Version: 6.12.95-1~bpo12+1
Depends: linux-image-6.12.95+deb12-amd64 (= 6.12.95-1~bpo12+1)

Package: linux-image-amd64
Version: 6.1.192-2
Depends: linux-image-6.1.0-56-amd64 (= 6.1.192-2)

Package: linux-image-6.1.0-56-amd64
Version: 6.1.192-2
Depends: kmod, linux-base (>= 4.3~), initramfs-tools (>= 0.120+deb11u2) | linux-initramfs-tool

Package: linux-headers-6.1.0-56-amd64
Version: 6.1.192-2
Depends: linux-headers-6.1.0-56-common (= 6.1.192-2), linux-kbuild-6.1 (>= 6.1.192-2), linux-compiler-gcc-12-x86

Package: linux-headers-6.12.95+deb12-amd64
Version: 6.12.95-1~bpo12+1
Depends: linux-base, linux-headers-6.12.95+deb12-common,
 linux-image-6.12.95+deb12-amd64 (= 1) | linux-image-6.12.95+deb12-amd64-unsigned,
 linux-kbuild-6.12.95+deb12, gcc-12
`);

const apt: PrivateApt = {
  show: (wanted) => Promise.resolve(lists.filter((stanza) => wanted.includes(stanza.get('package') ?? ''))),
  namesWith: (prefix) =>
    Promise.resolve(lists.flatMap((stanza) => stanza.get('package') ?? []).filter((name) => name.startsWith(prefix))),
  files: (wanted) =>
    Promise.resolve(
      wanted.map((name) => ({
        name: `${name}.deb`,
        uri: `http://m.example/${name}.deb`,
        sizeBytes: 1,
        sha256: 'a'.repeat(64),
      })),
    ),
  closure: () => Promise.reject(new Error('a kernel is taken without what it depends on')),
};
const place = (version: string): KernelPlace => ({ metaPackage: 'linux-image-amd64', version, suites: ['bookworm'] });

describe('the kernel of a series', () => {
  it('is the dependencies of the meta package, with the headers of the same build, without the compiler', async () => {
    const found = await findKernelPackages(apt, place('6.1'), names);
    expect(found?.release).toBe('6.1.0-56-amd64');
    expect(found?.image.map(({ name }) => name)).toEqual(['linux-image-6.1.0-56-amd64.deb']);
    expect(found?.headers.map(({ name }) => name)).toEqual([
      'linux-headers-6.1.0-56-amd64.deb',
      'linux-headers-6.1.0-56-common.deb',
      'linux-kbuild-6.1.deb',
    ]);
  });

  it('is not mixed up with another series of the same beginning', async () => {
    const found = await findKernelPackages(apt, place('6.12'), names);
    expect(found?.release).toBe('6.12.95+deb12-amd64');
    expect(found?.headers.map(({ name }) => name)).toEqual([
      'linux-headers-6.12.95+deb12-amd64.deb',
      'linux-headers-6.12.95+deb12-common.deb',
      'linux-kbuild-6.12.95+deb12.deb',
    ]);
  });

  it('is not there when the place has other series only', async () => {
    expect(await findKernelPackages(apt, place('6.2'), names)).toBeUndefined();
    expect(
      await findKernelPackages(apt, { ...place('6.1'), metaPackage: 'linux-image-rt-amd64' }, names),
    ).toBeUndefined();
  });
});

it('is found by name when the meta package has gone on to a newer series', async () => {
  const moved = parseControlFile(`Package: linux-image-amd64
Version: 7.3.4-1~bpo13+1
Depends: linux-base-amd64, linux-image-7.3.4+deb13-amd64 (= 7.3.4-1~bpo13+1), linux-modules-amd64

Package: linux-image-7.2.9+deb13-amd64
Version: 7.2.9-1~bpo13+1

Package: linux-image-7.2.12+deb13-amd64
Version: 7.2.12-1~bpo13+1
Depends: dracut | linux-initramfs-tool, linux-base-7.2.12+deb13-amd64, linux-modules-7.2.12+deb13-amd64

Package: linux-image-7.2.12+deb13-amd64-dbg
Version: 7.2.12-1~bpo13+1

Package: linux-image-7.2.13+deb13-cloud-amd64
Version: 7.2.13-1~bpo13+1

Package: linux-image-7.20.1+deb13-amd64
Version: 7.20.1-1~bpo13+1
`);
  const names7 = moved.map((stanza) => stanza.get('package') ?? '');
  const mirror: PrivateApt = {
    ...apt,
    show: (wanted) => Promise.resolve(moved.filter((stanza) => wanted.includes(stanza.get('package') ?? ''))),
    namesWith: (prefix) => Promise.resolve(names7.filter((name) => name.startsWith(prefix))),
  };
  const found = await findKernelPackages(mirror, place('7.2'), names);
  expect(found?.release).toBe('7.2.12+deb13-amd64');
  expect(found?.image.map(({ name }) => name)).toEqual([
    'linux-image-7.2.12+deb13-amd64.deb',
    'linux-base-7.2.12+deb13-amd64.deb',
    'linux-modules-7.2.12+deb13-amd64.deb',
  ]);
  const cloud = { ...place('7.2'), metaPackage: 'linux-image-cloud-amd64' };
  expect((await findKernelPackages(mirror, cloud, names))?.release).toBe('7.2.13+deb13-cloud-amd64');
  expect(await findKernelPackages(mirror, place('7.1'), names)).toBeUndefined();
});

it('the result can be stored and read again', async () => {
  const found = await findKernelPackages(apt, place('6.1'), names);
  if (found === undefined) throw new Error('expected a kernel, found none');
  const { hostParts: _, ...kept } = found;
  expect(readKernelPackageSet(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readKernelPackageSet({ release: '6.1' })).toBeUndefined();
});

it('of Ubuntu comes in parts, of whatever series the release has', async () => {
  const ubuntu = releases.find(({ distribution }) => distribution === 'ubuntu');
  const [noble] = ubuntu?.kernels['24.04']?.generic ?? [];
  if (ubuntu === undefined || noble === undefined) throw new Error('no data');
  const stanzas = parseControlFile(`Package: linux-image-generic
Version: 6.8.0-87.88
Depends: linux-image-6.8.0-87-generic, linux-modules-extra-6.8.0-87-generic, linux-firmware, intel-microcode

Package: linux-image-6.8.0-87-generic
Version: 6.8.0-87.88
Depends: kmod, linux-base (>= 4.5ubuntu1~16.04.1), linux-modules-6.8.0-87-generic

Package: linux-modules-extra-6.8.0-87-generic
Version: 6.8.0-87.88
Depends: linux-modules-6.8.0-87-generic, wireless-regdb

Package: linux-headers-6.8.0-87-generic
Version: 6.8.0-87.88
Depends: linux-headers-6.8.0-87, libc6 (>= 2.38), libelf1t64 (>= 0.144), gcc-13
`);
  const mirror: PrivateApt = {
    ...apt,
    show: (wanted) => Promise.resolve(stanzas.filter((stanza) => wanted.includes(stanza.get('package') ?? ''))),
  };
  const found = await findKernelPackages(mirror, noble, kernelPackagesFor(x86_64, ubuntu));
  expect(found?.release).toBe('6.8.0-87-generic');
  expect(found?.image.map(({ name }) => name)).toEqual([
    'linux-image-6.8.0-87-generic.deb',
    'linux-modules-extra-6.8.0-87-generic.deb',
    'linux-modules-6.8.0-87-generic.deb',
  ]);
  expect(found?.headers.map(({ name }) => name)).toEqual([
    'linux-headers-6.8.0-87-generic.deb',
    'linux-headers-6.8.0-87.deb',
  ]);
});
