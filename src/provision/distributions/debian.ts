import type { KernelPlace, Release } from '../release.ts';

const codenames = 'buster|bullseye|bookworm|trixie|forky|duke|sid|oldoldstable|oldstable|stable|testing|unstable';

/**
 * Bookworm first: its kernel headers bring programs that run on every host with glibc 2.36 or later.
 * @param metaPackage with `%` where the flavour goes.
 */
function places(
  version: string,
  ...choices: readonly (readonly [metaPackage: string, ...suites: string[]])[]
): Release['kernels'][string] {
  const of = (flavour: string): KernelPlace[] =>
    choices.map(([metaPackage, ...suites]) => ({ metaPackage: metaPackage.replace('%', flavour), version, suites }));
  return { generic: of(''), cloud: of('-cloud'), rt: of('-rt') };
}

const qemuPackages = ['qemu-system-x86', 'qemu-utils'];

export const debian: Release = {
  distribution: 'debian',
  architecture: 'amd64',
  hostArchitecture: 'x64',
  keyring: { path: '/usr/share/keyrings/debian-archive-keyring.gpg', package: 'debian-archive-keyring' },
  mirrorTemplate: { path: '/usr/share/python-apt/templates/Debian.info', package: 'python-apt-common' },
  archives: {
    main: {
      suites: new RegExp(`^(${codenames})(-updates|-backports)?$`),
      components: ['main'],
      path: /\/debian\/?$/,
      templateSuite: '{series}',
      optional: false,
    },
    security: {
      suites: new RegExp(`^(${codenames})(-security|/updates)$`),
      components: ['main'],
      path: /\/debian-security\/?$/,
      templateSuite: '{series}-security',
      optional: true,
    },
  },
  suites: {
    bookworm: { archive: 'main' },
    'bookworm-backports': { archive: 'main' },
    'bookworm-security': { archive: 'security' },
    trixie: { archive: 'main' },
    'trixie-backports': { archive: 'main' },
    'trixie-security': { archive: 'security' },
  },
  kernels: {
    '6.1': places('6.1', ['linux-image%-amd64', 'bookworm', 'bookworm-security']),
    '6.12': places(
      '6.12',
      ['linux-image-6.12%-amd64', 'bookworm-security'],
      ['linux-image%-amd64', 'bookworm-backports'],
      ['linux-image%-amd64', 'trixie', 'trixie-security'],
    ),
  },
  defaultKernel: { byVersion: {}, otherwise: '6.12' },
  kernelPackages: {
    imagePrefix: 'linux-image-',
    imageParts: /^linux-(image|modules|binary)-/,
    headersPrefix: 'linux-headers-',
    headersParts: /^linux-(headers|kbuild)-/,
    headersDirectory: 'usr/src',
  },
  qemu: {
    default: { suite: 'trixie-backports', version: '11.1' },
    suites: {
      bookworm: { suites: ['bookworm', 'bookworm-security'], packages: qemuPackages },
      'bookworm-backports': { suites: ['bookworm', 'bookworm-security', 'bookworm-backports'], packages: qemuPackages },
      trixie: { suites: ['trixie', 'trixie-security'], packages: qemuPackages },
      'trixie-backports': { suites: ['trixie', 'trixie-security', 'trixie-backports'], packages: qemuPackages },
    },
  },
  tools: { suites: ['bookworm', 'bookworm-security'], packages: ['kmod', 'xz-utils', 'zstd', 'lz4', 'busybox-static'] },
};
