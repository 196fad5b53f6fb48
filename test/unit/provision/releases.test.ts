import { describe, expect, it } from 'vitest';
import { releases } from '../../../src/provision/apt/releases.ts';

describe.each(releases.map((release) => [release.distribution, release] as const))('the data for %s', (_, release) => {
  it('names only suites and archives that it describes', () => {
    const places = Object.values(release.kernels).flatMap((flavours) => Object.values(flavours).flat());
    const suites = [...places, ...Object.values(release.qemu.suites), release.tools].flatMap((place) => place.suites);
    expect(suites.filter((suite) => release.suites[suite] === undefined)).toEqual([]);
    expect(Object.values(release.suites).filter(({ archive }) => release.archives[archive] === undefined)).toEqual([]);
    expect(release.archives['main']?.optional).toBe(false);
  });

  it('recognises each of its suites as lying in its archive, and in no other', () => {
    for (const [suite, { archive }] of Object.entries(release.suites)) {
      const matching = Object.entries(release.archives).filter(([, { suites }]) => suites.test(suite));
      expect(
        matching.map(([name]) => name),
        suite,
      ).toEqual([archive]);
    }
  });

  it('tells every flavour of a kernel by another meta package', () => {
    for (const flavours of Object.values(release.kernels)) {
      const packages = Object.values(flavours).map((places) => places.map(({ metaPackage }) => metaPackage).join(' '));
      expect(new Set(packages).size).toBe(packages.length);
    }
  });

  it('has everything for its defaults', () => {
    const series = [...Object.values(release.defaultKernel.byVersion), release.defaultKernel.otherwise];
    expect(series.filter((name) => release.kernels[name]?.generic === undefined)).toEqual([]);
    expect(release.qemu.suites).toHaveProperty([release.qemu.default.suite]);
  });
});
