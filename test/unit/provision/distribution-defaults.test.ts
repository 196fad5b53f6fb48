import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mirrorInTemplate } from '../../../src/provision/distribution-defaults.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

it('a template of python-apt names the mirror of each kind of suite', () => {
  const root = temporaryDirectory();
  writeTree(root, {
    template: `_ChangelogURI: http://changes.example/%s

Suite: {series}
RepositoryType: deb
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
  expect(mirrorInTemplate(template, '{series}')).toBe('https://m.example/debian/');
  expect(mirrorInTemplate(template, '{series}-security')).toBe('https://s.example/');
  expect(mirrorInTemplate(template, '{series}-updates')).toBeUndefined();
  expect(mirrorInTemplate(join(root, 'nothing'), '{series}')).toBeUndefined();
});
