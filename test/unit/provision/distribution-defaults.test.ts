import { join } from 'node:path';
import { expect, it } from 'vitest';
import { releaseOf } from '../../../src/provision/apt/distribution.ts';
import { mirrorInTemplate, servesAlike } from '../../../src/provision/apt/suite-sources.ts';
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

it.each([
  ['ubuntu', 'amd64', 'i386', true],
  ['ubuntu', 'arm64', 'riscv64', true],
  // The source of apt on an arm64 host is ports.ubuntu.com, which has nothing for a guest of x86-64.
  ['ubuntu', 'amd64', 'arm64', false],
  ['debian', 'amd64', 'arm64', true],
])('the mirrors of %s: one of %s is one of %s: %s', (distribution, wanted, host, isOne) => {
  expect(servesAlike(releaseOf(distribution, distribution), wanted, host)).toBe(isOne);
});
