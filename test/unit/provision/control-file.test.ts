import { expect, it } from 'vitest';
import { dependencyNames, parseControlFile } from '../../../src/provision/apt/package-file.ts';

it('paragraphs are parted by empty lines, and continuation lines belong to their field', () => {
  const stanzas = parseControlFile('Package: a\nDescription: short\n longer\n .\n end\n\n\nPackage: b\n');
  expect(stanzas.map((stanza) => [...stanza])).toEqual([
    [
      ['package', 'a'],
      ['description', 'short\nlonger\n.\nend'],
    ],
    [['package', 'b']],
  ]);
});

it('dependencies are named without versions, architectures and alternatives’ bars', () => {
  const [stanza] = parseControlFile(
    'Depends: linux-base (>= 4.12~), linux-image-6.12.1+deb12-amd64 (= 6.12.1-1~deb12u1) | ' +
      'linux-image-unsigned, gcc-12:any, x [amd64]\n',
  );
  if (stanza === undefined) throw new Error('nothing parsed');
  expect(dependencyNames(stanza)).toEqual([
    'linux-base',
    'linux-image-6.12.1+deb12-amd64',
    'linux-image-unsigned',
    'gcc-12',
    'x',
  ]);
});
