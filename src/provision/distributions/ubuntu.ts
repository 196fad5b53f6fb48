import type { PackageSelection, Release } from '../release.ts';

const codenames = 'jammy|noble|plucky|questing|resolute|devel';

/** A release with its updates, which bring newer kernels and QEMU's fixes. */
function pockets(codename: string): readonly string[] {
  return [codename, `${codename}-updates`, `${codename}-security`];
}

function suitesOf(...releases: readonly string[]): Release['suites'] {
  return Object.fromEntries(
    releases.flatMap((codename) =>
      pockets(codename).map((suite) => [suite, { archive: suite.endsWith('-security') ? 'security' : 'main' }]),
    ),
  );
}

/**
 * A release stays with one series, so that no version has to be asked for. `hwe` follows the kernels of later releases.
 */
function kernelsOf(version: string, codename: string): Release['kernels'][string] {
  const suites = pockets(codename);
  return {
    generic: [{ metaPackage: 'linux-image-generic', suites }],
    hwe: [{ metaPackage: `linux-image-generic-hwe-${version}`, suites }],
  };
}

function qemuOf(codename: string): PackageSelection {
  return { suites: pockets(codename), packages: ['qemu-system-x86', 'qemu-utils'] };
}

export const ubuntu: Release = {
  distribution: 'ubuntu',
  architecture: 'amd64',
  hostArchitecture: 'x64',
  keyring: { path: '/usr/share/keyrings/ubuntu-archive-keyring.gpg', package: 'ubuntu-keyring' },
  mirrorTemplate: { path: '/usr/share/python-apt/templates/Ubuntu.info', package: 'python-apt-common' },
  archives: {
    main: {
      suites: new RegExp(`^(${codenames})(-updates|-backports)?$`),
      components: ['main', 'universe'],
      path: /\/ubuntu\/?$/,
      templateSuite: 'devel',
      optional: false,
    },
    security: {
      suites: new RegExp(`^(${codenames})-security$`),
      components: ['main', 'universe'],
      path: /\/ubuntu\/?$/,
      templateSuite: 'devel-security',
      optional: true,
    },
  },
  suites: suitesOf('noble', 'resolute'),
  kernels: { '24.04': kernelsOf('24.04', 'noble'), '26.04': kernelsOf('26.04', 'resolute') },
  defaultKernel: { byVersion: { '26.04': '26.04' }, otherwise: '24.04' },
  kernelPackages: {
    imagePrefix: 'linux-image-',
    imageParts: /^linux-(image|modules|modules-extra)-\d/,
    headersPrefix: 'linux-headers-',
    headersParts: /^linux-(headers|lib-rust)-\d/,
    headersDirectory: 'usr/src',
  },
  qemu: {
    default: { suite: '26.04', version: '10.2' },
    suites: { '24.04': qemuOf('noble'), '26.04': qemuOf('resolute') },
  },
  tools: { suites: pockets('noble'), packages: ['kmod', 'xz-utils', 'zstd', 'lz4', 'busybox-static'] },
};
