import { describe, expect, it } from 'vitest';
import type { AptSource } from '../../../src/provision/apt/apt-sources.ts';
import { findMirror, type MirrorHints } from '../../../src/provision/apt/mirror.ts';
import { releases } from '../../../src/provision/apt/releases.ts';

const debian = releases.find(({ distribution }) => distribution === 'debian');
if (debian === undefined) throw new Error('no data for debian');
const installedKeyring = debian.keyring.path;

function source(uri: string, suite: string, signedBy?: string, components: readonly string[] = ['main']): AptSource {
  return { uri, suite, components, signedBy, checkValidUntil: true };
}

function find(
  archive: string,
  sources: readonly AptSource[],
  others: Partial<MirrorHints> = {},
): { readonly uri: string; readonly signedBy: string } | undefined {
  const hints = {
    chosen: new Map<string, string>(),
    variable: () => undefined,
    sources,
    keyring: installedKeyring,
    ...others,
  };
  return debian && findMirror(debian, archive, hints);
}

describe('a mirror is found in the host’s own apt sources', () => {
  it('by its suites: the main and the security archive apart', () => {
    const sources = [
      source('http://m.example/debian', 'bookworm', installedKeyring),
      source('http://s.example/debian-security', 'bookworm-security', installedKeyring),
    ];
    expect(find('main', sources)?.uri).toBe('http://m.example/debian');
    expect(find('security', sources)?.uri).toBe('http://s.example/debian-security');
  });

  it('but not in an archive of a third party that borrows the suite’s name', () => {
    expect(
      find('main', [source('https://packages.vendor.example/prod', 'bookworm', '/usr/share/keyrings/vendor.gpg')]),
    ).toBeUndefined();
    expect(
      find('main', [source('https://download.vendor.example/linux/debian', 'bookworm', undefined, ['stable'])]),
    ).toBeUndefined();
    expect(find('main', [source('https://vendor.example/repo', 'nodistro')])).toBeUndefined();
  });

  it('and the usual one is preferred to one that merely could be it', () => {
    const sources = [source('https://odd.example/x', 'bookworm'), source('http://m.example/debian', 'bookworm')];
    expect(find('main', sources)?.uri).toBe('http://m.example/debian');
    expect(find('main', sources.slice(0, 1))?.uri).toBe('https://odd.example/x');
  });

  it('with the key that the host uses for it', () => {
    const corporate = source('https://corp.example/debian', 'bookworm', '/etc/apt/keyrings/corp.gpg');
    expect(find('main', [corporate])?.signedBy).toBe('/etc/apt/keyrings/corp.gpg');
    const usual = source('http://m.example/debian', 'bookworm', installedKeyring);
    expect(find('main', [usual], { keyring: '/store/fetched.gpg' })?.signedBy).toBe('/store/fetched.gpg');
  });
});

it('an address that was chosen wins over the environment, and that over the host’s sources', () => {
  const sources = [source('http://m.example/debian', 'bookworm')];
  const variable = (name: string): string | undefined =>
    name === 'QDT_MIRROR_DEBIAN_SECURITY' || name === 'QDT_MIRROR_DEBIAN' ? `http://env.example/${name}` : undefined;
  expect(find('main', sources, { variable })?.uri).toBe('http://env.example/QDT_MIRROR_DEBIAN');
  expect(find('security', sources, { variable })?.uri).toBe('http://env.example/QDT_MIRROR_DEBIAN_SECURITY');
  expect(find('main', sources, { variable, chosen: new Map([['debian', 'http://chosen.example/d']]) })?.uri).toBe(
    'http://chosen.example/d',
  );
});
