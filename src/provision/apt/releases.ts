import { readTextIfThere } from '../../host/files/file-facts.ts';
import type { KernelPlace, KernelPlaces, PackageSelection, Release } from './release.ts';

const debianCodenames =
  'buster|bullseye|bookworm|trixie|forky|duke|sid|experimental|oldoldstable|oldstable|stable|testing|unstable';

/** The suites of a release, the oldest archive first. Its security updates are in another archive. */
const bullseye = ['bullseye', 'bullseye-security'];
const bookworm = ['bookworm', 'bookworm-security'];
const trixie = ['trixie', 'trixie-security'];
const trixieBackports = [...trixie, 'trixie-backports'];

type Choice = readonly [suites: readonly string[], metaPackage?: string];

/** The same places for each flavour. @param version of the kernel; absent: the newest one. */
function places(version: string | undefined, ...choices: readonly Choice[]): KernelPlaces {
  const of = (flavour: string): KernelPlace[] =>
    choices.map(([suites, metaPackage = 'linux-image%-{arch}']) => ({
      metaPackage: metaPackage.replace('%', flavour),
      ...(version === undefined ? {} : { version }),
      suites,
    }));
  return { generic: of(''), cloud: of('-cloud'), rt: of('-rt') };
}

/** Beside the emulator, which is in a package for each architecture. */
const qemuPackages = ['qemu-utils'];

const debian: Release = {
  distribution: 'debian',
  keyring: { path: '/usr/share/keyrings/debian-archive-keyring.gpg', package: 'debian-archive-keyring' },
  mirrorTemplate: { path: '/usr/share/python-apt/templates/Debian.info', package: 'python-apt-common' },
  archives: {
    main: {
      suites: new RegExp(`^(${debianCodenames})(-updates|-backports)?$`),
      components: ['main'],
      path: /\/debian\/?$/,
      templateSuite: '{series}',
      optional: false,
    },
    security: {
      suites: new RegExp(`^(${debianCodenames})(-security|/updates)$`),
      components: ['main'],
      path: /\/debian-security\/?$/,
      templateSuite: '{series}-security',
      optional: true,
    },
  },
  suites: {
    bullseye: { archive: 'main' },
    'bullseye-security': { archive: 'security' },
    bookworm: { archive: 'main' },
    'bookworm-backports': { archive: 'main' },
    'bookworm-security': { archive: 'security' },
    trixie: { archive: 'main' },
    'trixie-backports': { archive: 'main' },
    'trixie-security': { archive: 'security' },
    stable: { archive: 'main' },
    'stable-security': { archive: 'security' },
    forky: { archive: 'main' },
    sid: { archive: 'main' },
    experimental: { archive: 'main' },
  },
  kernels: {
    '5.10': places('5.10', [bullseye]),
    '6.1': places('6.1', [bookworm], [bullseye, 'linux-image-6.1%-{arch}']),
    // Bookworm comes first: the programs in its kernel headers run on every host with glibc 2.36 or later.
    '6.12': places(
      '6.12',
      [['bookworm-security'], 'linux-image-6.12%-{arch}'],
      [[...bookworm, 'bookworm-backports']],
      [trixie],
    ),
    oldest: places(undefined, [bullseye], [bookworm]),
    stable: places(undefined, [['stable', 'stable-security']]),
    newest: places(undefined, [[...trixieBackports, 'forky', 'sid']], [['sid']]),
    bullseye: places(undefined, [bullseye]),
    bookworm: places(undefined, [bookworm]),
    'bookworm-backports': places(undefined, [[...bookworm, 'bookworm-backports']]),
    trixie: places(undefined, [trixie]),
    'trixie-backports': places(undefined, [trixieBackports]),
    forky: places(undefined, [['forky']]),
    sid: places(undefined, [['sid']]),
    experimental: places(undefined, [['sid', 'experimental']]),
  },
  movingKernels: places(undefined, [trixieBackports], [['forky']], [['sid']], [['sid', 'experimental']]),
  defaultKernel: { byVersion: {}, otherwise: '6.12' },
  kernelPackages: {
    imagePrefix: 'linux-image-',
    imageParts: /^linux-(image|modules|binary|base)-\d/,
    releases: {
      'linux-image-{arch}': /^\d[\d.]*(\+deb\d[\d.]*|-[\d.]*(deb\d+[\d.]*)?)?-(amd64|arm64|riscv64)$/,
      'linux-image-cloud-{arch}': /^\d.*-cloud-(amd64|arm64)$/,
      'linux-image-rt-{arch}': /^\d.*-rt-(amd64|arm64)$/,
    },
    headersPrefix: 'linux-headers-',
    headersParts: /^linux-(headers|kbuild)-/,
    hostParts: /^linux-kbuild-/,
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
  images: {
    bullseye,
    bookworm,
    trixie,
    stable: ['stable', 'stable-security'],
    forky: ['forky'],
    sid: ['sid'],
  },
  fakeroot: { suites: bookworm, packages: ['fakeroot', 'libfakeroot'] },
  tools: { suites: bookworm, packages: ['kmod', 'xz-utils', 'zstd', 'lz4', 'busybox-static'] },
  // The first of its releases that every architecture has.
  guestTools: { suites: trixie, packages: ['busybox-static'] },
  treeCompiler: { suites: bookworm, packages: ['device-tree-compiler'] },
};

const ubuntuCodenames = 'focal|jammy|noble|plucky|questing|resolute|devel';

/** A release with its updates, which have newer kernels and QEMU fixes. */
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

/** A release keeps to one series, so no version is required. `hwe` follows the kernels of later releases. */
function kernelsOf(version: string, codename: string): KernelPlaces {
  const suites = pockets(codename);
  return {
    generic: [{ metaPackage: 'linux-image-generic', suites }],
    hwe: [{ metaPackage: `linux-image-generic-hwe-${version}`, suites }],
  };
}

function qemuOf(codename: string): PackageSelection {
  return { suites: pockets(codename), packages: qemuPackages };
}

const ubuntu: Release = {
  distribution: 'ubuntu',
  keyring: { path: '/usr/share/keyrings/ubuntu-archive-keyring.gpg', package: 'ubuntu-keyring' },
  mirrorTemplate: { path: '/usr/share/python-apt/templates/Ubuntu.info', package: 'python-apt-common' },
  archives: {
    main: {
      suites: new RegExp(`^(${ubuntuCodenames})(-updates|-backports)?$`),
      components: ['main', 'universe'],
      path: /\/ubuntu\/?$/,
      templateSuite: 'devel',
      optional: false,
    },
    security: {
      suites: new RegExp(`^(${ubuntuCodenames})-security$`),
      components: ['main', 'universe'],
      path: /\/ubuntu\/?$/,
      templateSuite: 'devel-security',
      optional: true,
    },
  },
  mainArchitectures: ['amd64', 'i386'],
  suites: suitesOf('focal', 'jammy', 'noble', 'resolute'),
  kernels: {
    '20.04': kernelsOf('20.04', 'focal'),
    '22.04': kernelsOf('22.04', 'jammy'),
    '24.04': kernelsOf('24.04', 'noble'),
    '26.04': kernelsOf('26.04', 'resolute'),
  },
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
  images: {
    '20.04': pockets('focal'),
    '22.04': pockets('jammy'),
    '24.04': pockets('noble'),
    '26.04': pockets('resolute'),
  },
  fakeroot: { suites: pockets('jammy'), packages: ['fakeroot', 'libfakeroot'] },
  tools: { suites: pockets('noble'), packages: ['kmod', 'xz-utils', 'zstd', 'lz4', 'busybox-static'] },
  guestTools: { suites: pockets('noble'), packages: ['busybox-static'] },
  treeCompiler: { suites: pockets('noble'), packages: ['device-tree-compiler'] },
};

/** All distributions in specs. The first one serves all other hosts. */
export const releases: readonly [Release, ...Release[]] = [debian, ubuntu];

/** A host's identity: os-release(5). */
export interface HostSystem {
  readonly id: string;
  readonly like: readonly string[];
  readonly version: string;
}

/** Parses os-release; missing fields are empty. */
export function parseOsRelease(text: string): HostSystem {
  const fields = new Map(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [
      key,
      value.trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  return {
    id: fields.get('ID') ?? '',
    like: (fields.get('ID_LIKE') ?? '').split(/\s+/).filter((word) => word !== ''),
    version: fields.get('VERSION_ID') ?? '',
  };
}

/** Reads this host's file. */
export function hostSystem(): HostSystem {
  return parseOsRelease(readTextIfThere('/etc/os-release') ?? readTextIfThere('/usr/lib/os-release') ?? '');
}

/** The distribution for a host: its own, the one it is derived from, or else the first one. */
export function releaseFor({ id, like }: HostSystem): Release {
  const known = [id, ...like].map((name) => releases.find(({ distribution }) => distribution === name));
  return known.find((release) => release !== undefined) ?? releases[0];
}

/** All distributions whose kernels have names, the host's own first. */
export function kernelDistributions(system: HostSystem): readonly Release[] {
  const own = releaseFor(system);
  return [own, ...releases.filter((release) => release !== own)];
}

/** The default kernel of a host: `ubuntu:24.04`. */
export function defaultKernelFor(system: HostSystem): string {
  const { distribution, defaultKernel } = releaseFor(system);
  const series = system.id === distribution ? defaultKernel.byVersion[system.version] : undefined;
  return `${distribution}:${series ?? defaultKernel.otherwise}`;
}
