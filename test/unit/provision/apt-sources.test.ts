import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  hostAptSources,
  parseDeb822Sources,
  parseMirrorList,
  parseSourcesList,
} from '../../../src/provision/apt/apt-sources.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

describe('the one-line style', () => {
  it('gives one source a line, and passes over comments, source packages and empty lines', () => {
    const text = `# deb http://old.example/debian bookworm main
deb http://mirror.example/debian bookworm main contrib # our mirror
deb-src http://mirror.example/debian bookworm main

deb [arch=amd64 signed-by=/etc/apt/keyrings/corp.gpg check-valid-until=no] https://corp.example/d bookworm-security main
`;
    expect(parseSourcesList(text)).toEqual([
      {
        uri: 'http://mirror.example/debian',
        suite: 'bookworm',
        components: ['main', 'contrib'],
        signedBy: undefined,
        checkValidUntil: true,
      },
      {
        uri: 'https://corp.example/d',
        suite: 'bookworm-security',
        components: ['main'],
        signedBy: '/etc/apt/keyrings/corp.gpg',
        architectures: ['amd64'],
        checkValidUntil: false,
      },
    ]);
  });
});

describe('the deb822 style', () => {
  it('says for which architectures a source is', () => {
    const source = (architectures: string): string =>
      'Types: deb\nURIs: http://p.example/ubuntu-ports\nSuites: noble\nComponents: main\n' +
      `Architectures: ${architectures}\n`;
    const limits = ['arm64 riscv64', 'i386-'].map((text) => parseDeb822Sources(source(text))[0]?.architectures);
    expect(limits).toEqual([['arm64', 'riscv64'], undefined]);
  });

  it('gives one source per address and suite of a paragraph', () => {
    const text = `Types: deb deb-src
# where we are
URIs: http://a.example/debian http://b.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;
    const rest = {
      components: ['main'],
      signedBy: '/usr/share/keyrings/debian-archive-keyring.gpg',
      checkValidUntil: true,
    };
    expect(parseDeb822Sources(text)).toEqual([
      { uri: 'http://a.example/debian', suite: 'bookworm', ...rest },
      { uri: 'http://a.example/debian', suite: 'bookworm-updates', ...rest },
      { uri: 'http://b.example/debian', suite: 'bookworm', ...rest },
      { uri: 'http://b.example/debian', suite: 'bookworm-updates', ...rest },
    ]);
  });

  it('leaves out disabled entries and those only for source packages', () => {
    const off = 'Types: deb\nEnabled: no\nURIs: http://a.example/debian\nSuites: bookworm\nComponents: main\n';
    const sourceOnly = 'Types: deb-src\nURIs: http://a.example/debian\nSuites: bookworm\nComponents: main\n';
    expect(parseDeb822Sources(`${off}\n${sourceOnly}`)).toEqual([]);
  });

  it('keeps a key that stands in the entry itself', () => {
    const text = `Types: deb
URIs: http://a.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEX
 -----END PGP PUBLIC KEY BLOCK-----
`;
    expect(parseDeb822Sources(text)[0]?.signedBy).toBe(
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n.\nmDMEX\n-----END PGP PUBLIC KEY BLOCK-----',
    );
  });
});

it('a list of mirrors is read by priority, then as it stands', () => {
  const text =
    '# ours\nhttp://c.example/ubuntu/\nhttp://b.example/ubuntu/\tpriority:2\nhttp://a.example/ubuntu/ ' +
    'type:index priority:1 # near\n\nhttp://d.example/ubuntu/\n';
  expect(parseMirrorList(text)).toEqual([
    'http://a.example/ubuntu/',
    'http://b.example/ubuntu/',
    'http://c.example/ubuntu/',
    'http://d.example/ubuntu/',
  ]);
  expect(parseMirrorList('')).toEqual([]);
});

it('a source that goes by a list of mirrors stands for the first of them', () => {
  const root = temporaryDirectory();
  writeTree(root, {
    'mirrors.txt': 'http://near.example/ubuntu/\tpriority:1\nhttp://far.example/ubuntu/\tpriority:2\n',
    'apt/sources.list.d/ubuntu.sources':
      `Types: deb\nURIs: mirror+file:${root}/mirrors.txt\nSuites: noble\nComponents: main universe\n\nTypes: ` +
      `deb\nURIs: mirror+file:${root}/nothing.txt\nSuites: jammy\nComponents: main\n`,
  });
  expect(hostAptSources(join(root, 'apt')).map(({ uri }) => uri)).toEqual([
    'http://near.example/ubuntu/',
    `mirror+file:${root}/nothing.txt`,
  ]);
});
