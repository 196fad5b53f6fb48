import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AptSource } from '../../../src/provision/apt/apt-sources.ts';
import { releases } from '../../../src/provision/apt/releases.ts';
import { mirrorInTemplate, sourcesFor } from '../../../src/provision/apt/suite-sources.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

it('a template of python-apt names the mirror of each kind of suite', () => {
  const root = temporaryDirectory();
  writeTree(root, {
    template: `_ChangelogURI: http://changes.example/%s

Suite: {series}
RepositoryType: deb
Architectures: arm64 riscv64
BaseURI: https://ports.example/debian/

Suite: {series}
RepositoryType: deb
Architectures: amd64 i386
BaseURI: https://m.example/debian/
MirrorsFile: Debian.mirrors

Suite: {series}-security
RepositoryType: deb
BaseURI: https://s.example/

Suite: {series}-updates
RepositoryType: deb
ParentSuite: {series}
`,
  });
  const template = join(root, 'template');
  expect(mirrorInTemplate(template, '{series}', 'amd64')).toBe('https://m.example/debian/');
  expect(mirrorInTemplate(template, '{series}-security', 'amd64')).toBe('https://s.example/');
  expect(mirrorInTemplate(template, '{series}-updates', 'amd64')).toBeUndefined();
  expect(mirrorInTemplate(join(root, 'nothing'), '{series}', 'amd64')).toBeUndefined();
});

it('a template of python-apt names the address for some architectures beside that for all others', () => {
  const root = temporaryDirectory();
  // As python-apt 2.6 describes Ubuntu.
  writeTree(root, {
    template: `Suite: devel
RepositoryType: deb
BaseURI: http://ports.example/ubuntu-ports/
BaseURI-amd64: http://archive.example/ubuntu
BaseURI-i386: http://archive.example/ubuntu
`,
  });
  const template = join(root, 'template');
  expect(mirrorInTemplate(template, 'devel', 'amd64')).toBe('http://archive.example/ubuntu');
  expect(mirrorInTemplate(template, 'devel', 'arm64')).toBe('http://ports.example/ubuntu-ports/');
  expect(mirrorInTemplate(template, 'devel', 'riscv64')).toBe('http://ports.example/ubuntu-ports/');
});

describe('the apt sources of a host', () => {
  const source = (uri: string, architectures?: readonly string[]): AptSource => ({
    ...{ uri, suite: 'noble', components: ['main'], signedBy: undefined, checkValidUntil: true },
    ...(architectures === undefined ? {} : { architectures }),
  });
  const plain = source('http://a.example/ubuntu');
  const limited = source('http://p.example/ubuntu-ports', ['arm64']);
  const urisFor = (distribution: string, architecture: string, host: string): readonly string[] => {
    const release = releases.find((candidate) => candidate.distribution === distribution);
    if (release === undefined) throw new Error(`no data for ${distribution}`);
    return sourcesFor(release, [plain, limited], { architecture, host }).map(({ uri }) => uri);
  };

  it.each([
    ['ubuntu', 'amd64', 'amd64', [plain.uri]],
    ['ubuntu', 'arm64', 'amd64', [limited.uri]],
    ['ubuntu', 'riscv64', 'amd64', []],
    // What an arm64 host uses has no amd64.
    ['ubuntu', 'amd64', 'arm64', []],
    ['ubuntu', 'riscv64', 'arm64', [plain.uri]],
    // Debian's mirrors have all architectures.
    ['debian', 'arm64', 'amd64', [plain.uri, limited.uri]],
  ])('of %s have packages for %s on a host of %s', (distribution, architecture, host, uris) => {
    expect(urisFor(distribution, architecture, host)).toEqual(uris);
  });
});
