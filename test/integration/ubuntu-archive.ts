import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { join, normalize } from 'node:path';

/** A package of the archive: foreign files under an Ubuntu name. */
interface PackageSketch {
  readonly name: string;
  readonly version: string;
  readonly depends?: string;
  /** Directories and files, and their paths in the package. */
  readonly content?: readonly (readonly [from: string, to: string])[];
}

export interface UbuntuArchive extends AsyncDisposable {
  /** URL of the archive with amd64, on loopback. */
  readonly uri: string;
  /** URL of the archive with the other architectures. */
  readonly portsUri: string;
  /** The keyring of its signer. */
  readonly keyring: string;
  /** The requests, in order. */
  readonly requests: readonly string[];
}

export interface ArchiveParts {
  readonly qemu: string;
  readonly kernel: string;
  readonly headers: string;
  readonly tools: string;
  /** The kernel's release. */
  readonly release: string;
  /** For arm64; absent: there is nothing for it. */
  readonly arm64?: PortsParts;
}

export interface PortsParts {
  readonly release: string;
  /** Its Image, unpacked. */
  readonly image: string;
  /** A directory with its `lib/modules`. */
  readonly kernel: string;
  /** An emulator for it that runs on amd64. */
  readonly qemu: string;
}

const suites = ['noble', 'noble-updates', 'noble-security', 'resolute', 'resolute-updates', 'resolute-security'];

/**
 * Signed archives with Ubuntu's layout and names: amd64 is in one, all other architectures in another, with one
 * signature. The packages contain Debian's files, because only those are available here: layout, names, signatures and
 * defaults are tested, Ubuntu's own kernels are not.
 */
export async function serveUbuntuArchive(scratch: string, parts: ArchiveParts): Promise<UbuntuArchive> {
  const sign = createKey(join(scratch, 'gnupg'), join(scratch, 'ubuntu-archive-keyring.gpg'));
  fillArchive(scratch, { path: 'ubuntu', architecture: 'amd64', sketches: packagesOf(parts), sign });
  if (parts.arm64 !== undefined)
    fillArchive(scratch, {
      ...{ path: 'ubuntu-ports', architecture: 'arm64', sign },
      sketches: portsPackagesOf(parts.arm64, join(scratch, 'packed')),
    });
  const requests: string[] = [];
  const server = await listen(scratch, requests);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the archive has no address');
  return {
    uri: `http://127.0.0.1:${address.port}/ubuntu`,
    portsUri: `http://127.0.0.1:${address.port}/ubuntu-ports`,
    keyring: join(scratch, 'ubuntu-archive-keyring.gpg'),
    requests,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface ArchiveSketch {
  readonly path: string;
  readonly architecture: string;
  readonly sketches: readonly PackageSketch[];
  readonly sign: (release: string) => Buffer;
}

function fillArchive(scratch: string, { path, architecture, sketches, sign }: ArchiveSketch): void {
  const place = { archive: join(scratch, path), build: join(scratch, `build-${architecture}`), architecture };
  const packages = sketches.map((sketch) => buildPackage(place, sketch)).join('\n');
  // Everything is in the updates pocket, as most packages are some time after a release.
  for (const suite of suites) writeSuite(place, { suite, packages: suite.endsWith('-updates') ? packages : '', sign });
}

/** On arm64 the kernel is signed, too, and its Image is packed by gzip as a whole. */
function portsPackagesOf({ release, image, kernel }: PortsParts, packed: string): readonly PackageSketch[] {
  const version = '6.8.0-87.88';
  writeFileSync(packed, gzipSync(readFileSync(image), { level: 1 }));
  return [
    {
      name: 'linux-image-generic',
      version,
      depends: `linux-image-${release}, linux-modules-extra-${release}, linux-firmware`,
    },
    {
      name: `linux-image-${release}`,
      version,
      depends: `kmod, linux-base, linux-modules-${release}`,
      content: [[packed, `boot/vmlinuz-${release}`]],
    },
    {
      name: `linux-modules-${release}`,
      version,
      content: [[join(kernel, 'lib/modules', release), `lib/modules/${release}`]],
    },
    { name: `linux-modules-extra-${release}`, version, depends: `linux-modules-${release}` },
    { name: `linux-headers-${release}`, version, depends: 'libc6, gcc-13' },
  ];
}

function packagesOf({ qemu, kernel, headers, tools, release, arm64 }: ArchiveParts): readonly PackageSketch[] {
  const version = '6.8.0-87.88';
  return [
    {
      name: 'linux-image-generic',
      version,
      depends: `linux-image-${release}, linux-modules-extra-${release}, linux-firmware, intel-microcode`,
    },
    {
      name: `linux-image-${release}`,
      version,
      depends: `kmod, linux-base, linux-modules-${release}`,
      content: [[join(kernel, 'boot', `vmlinuz-${release}`), `boot/vmlinuz-${release}`]],
    },
    {
      name: `linux-modules-${release}`,
      version,
      content: [[join(kernel, 'lib/modules', release), `lib/modules/${release}`]],
    },
    { name: `linux-modules-extra-${release}`, version, depends: `linux-modules-${release}` },
    {
      name: `linux-headers-${release}`,
      version,
      depends: `linux-headers-${release.replace(/-[a-z]+\d*$/, '')}, libc6, gcc-13`,
      content: [
        [join(headers, 'usr'), 'usr'],
        ...(existsSync(join(headers, 'lib')) ? [[join(headers, 'lib'), 'lib'] as const] : []),
      ],
    },
    { name: `linux-headers-${release.replace(/-[a-z]+\d*$/, '')}`, version },
    {
      name: 'qemu-system-x86',
      version: '1:10.2.1+ds-1ubuntu3',
      depends: 'qemu-system-common',
      content: entriesOf(qemu),
    },
    ...(arm64 === undefined
      ? []
      : [{ name: 'qemu-system-arm', version: '1:10.2.1+ds-1ubuntu3', content: entriesOf(arm64.qemu) }]),
    { name: 'qemu-system-common', version: '1:10.2.1+ds-1ubuntu3' },
    { name: 'qemu-utils', version: '1:10.2.1+ds-1ubuntu3' },
    { name: 'busybox-static', version: '1:1.36.1-6ubuntu3', content: entriesOf(tools) },
    ...['kmod', 'xz-utils', 'zstd', 'lz4'].map((name) => ({ name, version: '31+20240202-2ubuntu7' })),
  ];
}

/** An unpacked tree without our own notes. */
function entriesOf(directory: string): readonly (readonly [string, string])[] {
  return readdirSync(directory)
    .filter((name) => name !== 'asset.json')
    .map((name) => [join(directory, name), name]);
}

interface ArchivePlace {
  readonly archive: string;
  readonly build: string;
  readonly architecture: string;
}

/** Builds a package into the pool and returns its paragraph for the lists. */
function buildPackage(
  { archive, build, architecture }: ArchivePlace,
  { name, version, depends, content = [] }: PackageSketch,
): string {
  const tree = join(build, name);
  for (const [from, to] of content) cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true });
  const control = [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Maintainer: nobody <nobody@example.org>',
    ...(depends === undefined ? [] : [`Depends: ${depends}`]),
    'Description: for a test',
  ];
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  writeFileSync(join(tree, 'DEBIAN/control'), `${control.join('\n')}\n`);
  const file = `pool/main/${name}_${architecture}.deb`;
  mkdirSync(join(archive, 'pool/main'), { recursive: true });
  execFileSync('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree, join(archive, file)], { stdio: 'ignore' });
  const bytes = readFileSync(join(archive, file));
  return [...control, `Filename: ${file}`, `Size: ${bytes.length}`, `SHA256: ${sha256(bytes)}`, ''].join('\n');
}

interface SuiteSketch extends Pick<ArchiveSketch, 'sign'> {
  readonly suite: string;
  readonly packages: string;
}

function writeSuite({ archive, architecture }: ArchivePlace, { suite, packages, sign }: SuiteSketch): void {
  const directory = join(archive, 'dists', suite);
  const components = ['main', 'universe'];
  const files = components.map((component) => {
    const text = Buffer.from(component === 'main' ? packages : '');
    const path = `${component}/binary-${architecture}/Packages`;
    mkdirSync(join(directory, component, `binary-${architecture}`), { recursive: true });
    writeFileSync(join(directory, path), text);
    return ` ${sha256(text)} ${text.length} ${path}`;
  });
  const release = [
    'Origin: Ubuntu',
    'Label: Ubuntu',
    `Suite: ${suite}`,
    `Codename: ${suite.split('-', 1)[0] ?? suite}`,
    `Date: ${new Date().toUTCString()}`,
    `Architectures: ${architecture}`,
    `Components: ${components.join(' ')}`,
    'SHA256:',
    ...files,
    '',
  ];
  writeFileSync(join(directory, 'InRelease'), sign(release.join('\n')));
}

/** Our own key, and a function that signs with it. */
function createKey(home: string, keyring: string): (text: string) => Buffer {
  mkdirSync(home, { mode: 0o700 });
  const gpg = (args: readonly string[], input = ''): Buffer =>
    execFileSync(
      'gpg',
      ['--homedir', home, '--batch', '--quiet', '--pinentry-mode', 'loopback', '--passphrase', '', ...args],
      { input, stdio: ['pipe', 'pipe', 'ignore'] },
    );
  gpg(['--quick-generate-key', 'Archive of a test <archive@example.org>', 'rsa3072', 'sign', 'never']);
  writeFileSync(keyring, gpg(['--export']));
  return (text) => gpg(['--clearsign', '--digest-algo', 'SHA512'], text);
}

function listen(scratch: string, requests: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    const file = join(scratch, normalize(path));
    if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': statSync(file).size }).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
