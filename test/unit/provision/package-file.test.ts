import { expect, it } from 'vitest';
import { packageSetKey, parsePrintedUris, readPackageFiles } from '../../../src/provision/apt/package-file.ts';

const digest = 'e21ae247204fe8a14ac29a5f510227d45b41cd3c41059cc942f2502d25765165';
const line =
  `'http://m.example/debian/pool/main/k/kmod/kmod_30%2b20221128-1_amd64.deb' kmod_30+20221128-1_amd64.deb ` +
  `95180 SHA256:${digest}`;

it('apt-get’s --print-uris gives address, name, size and digest of each package', () => {
  expect(parsePrintedUris(`Reading package lists...\n${line}\n`)).toEqual([
    {
      uri: 'http://m.example/debian/pool/main/k/kmod/kmod_30%2b20221128-1_amd64.deb',
      name: 'kmod_30+20221128-1_amd64.deb',
      sizeBytes: 95180,
      sha256: digest,
    },
  ]);
});

it('a package without a SHA-256 is refused', () => {
  const weak = "'http://m.example/a.deb' a.deb 1 MD5Sum:0123456789abcdef0123456789abcdef";
  expect(() => parsePrintedUris(weak)).toThrow(
    `Internal error: apt-get printed no SHA-256, although it was required: ${weak}`,
  );
});

it('the key of a set of packages depends on their content, not on their order or address', () => {
  const [a] = parsePrintedUris(line);
  if (a === undefined) throw new Error('nothing parsed');
  const b = { ...a, name: 'b.deb', sha256: 'f'.repeat(64) };
  expect(packageSetKey([a, b])).toBe(packageSetKey([{ ...b, uri: 'http://elsewhere.example/b.deb' }, a]));
  expect(packageSetKey([a, b])).not.toBe(packageSetKey([a, { ...b, sha256: 'e'.repeat(64) }]));
});

it('a stored list that another version wrote is not taken', () => {
  expect(readPackageFiles(JSON.parse(JSON.stringify(parsePrintedUris(line))))).toEqual(parsePrintedUris(line));
  expect(readPackageFiles([{ name: 'a.deb', uri: 'http://m.example/a.deb' }])).toBeUndefined();
  expect(readPackageFiles({})).toBeUndefined();
});
