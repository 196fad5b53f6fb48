import type { ArchitectureName } from '../architecture/architecture.ts';
import { architectureOfDebian, architectures, usualArchitecture } from '../architecture/architectures.ts';
import type { KernelSpec } from './plan.ts';
import { resolve } from 'node:path';
import { splitKernelPath } from '../suite/named-paths.ts';
import { nearestName } from '../text/nearest-name.ts';
import { parseContainerKernel } from './container-kernel-spec.ts';
import { parseFetchedKernel } from './fetched-kernel-spec.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';
import { parsePackagedSource, parseTreeSource } from './source-spec.ts';

const accepted =
  'A kernel is DISTRIBUTION:SERIES such as debian:6.12, debian:6.12-cloud, debian:6.12-rt, ubuntu:24.04 or ' +
  'debian:6.12:arm64, ' +
  'a kernel that is built from source such as debian:6.12+kasan+lockdep or tree:PATH, ' +
  'or a path, optionally PATH,modules=DIR, or deb:, rpm:, url: or oci: (docs/kernels.md).';
const flavours = ['cloud', 'rt', 'hwe'] as const;
/** A version, or a suite whose name may have a dash itself; then a flavour. */
const seriesPattern = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;

/**
 * `debian:6.12`, `debian:6.12-cloud`, `PATH` or `PATH,modules=DIR`, and what `deb:`, `rpm:`, `url:` and `oci:` name.
 * Paths are relative to `baseDirectory` (absolute). Provisioning checks whether the distribution, series or file
 * exists.
 */
export function parseKernelSpec(text: string, baseDirectory: string): SpecParse<KernelSpec> {
  if (text.trim() === '') return specProblem('expected a kernel, found nothing', accepted);
  const [, distribution, rest] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== undefined && rest !== undefined) {
    switch (distribution) {
      case 'deb':
      case 'rpm':
      case 'url':
        return parseFetchedKernel(text, distribution, rest);
      case 'oci':
        return parseContainerKernel(text, rest);
      case 'tree':
        return parseTreeSource(text, rest, baseDirectory);
      default:
        return parseDistribution(text, distribution, rest);
    }
  }
  const similar = distributionSpelling(text);
  if (similar !== undefined)
    return specProblem(
      `${text}: expected a kernel`,
      `Did you mean ${similar}? Write ./${text} for a file of that name.`,
    );
  return parsePath(text, baseDirectory);
}

/** `6.12:arm64`: what stands behind the last colon is the architecture, as dpkg writes it. */
function parseDistribution(text: string, distribution: string, rest: string): SpecParse<KernelSpec> {
  const [, kernel = rest, wanted] = /^([^:]*):(.*)$/s.exec(rest) ?? [];
  if (wanted === undefined) return parseSeries(text, distribution, { rest, arch: usualArchitecture });
  const arch = architectureOfDebian(wanted);
  if (arch === undefined) return unknownArchitecture(text, `${distribution}:${kernel}`, wanted);
  if (kernel.includes('+') && arch.name !== usualArchitecture)
    return specProblem(
      `${text}: expected a kernel of a distribution for ${wanted}, found one to build from source`,
      `Kernels are built for ${architectures[0]?.debian ?? ''} only. Did you mean ` +
        `${distribution}:${kernel.replace(/\+.*/s, '')}:${wanted}?`,
    );
  return parseSeries(text, distribution, { rest: kernel, arch: arch.name });
}

function unknownArchitecture(text: string, kernel: string, wanted: string): SpecParse<KernelSpec> {
  const known = architectures.map(({ debian }) => debian);
  const meant =
    architectures.find(({ name, kbuild, node }) => [name, kbuild, node].includes(wanted))?.debian ??
    nearestName(wanted, known);
  return specProblem(
    `${text}: expected an architecture after the last colon: ${known.join(', ')}, found ${JSON.stringify(wanted)}`,
    meant === undefined ? accepted : `Did you mean ${kernel}:${meant}?`,
  );
}

interface SeriesText {
  readonly rest: string;
  readonly arch: ArchitectureName;
}

function parseSeries(text: string, distribution: string, { rest, arch }: SeriesText): SpecParse<KernelSpec> {
  if (distribution === 'build') return specProblem(`${text}: expected a kernel`, `Did you mean tree:${rest}?`);
  if (distribution !== distribution.toLowerCase()) {
    return specProblem(
      `${text}: expected a distribution in lower case, found ${distribution}`,
      `Did you mean ${text.toLowerCase()}?`,
    );
  }
  if (rest.includes('+')) return parsePackagedSource(text, distribution, rest);
  const [, series, flavour] = seriesPattern.exec(rest) ?? [];
  if (series === undefined)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, after ${distribution}:, ` +
        `found ${JSON.stringify(rest)}`,
      hintForSeries(distribution, rest),
    );
  const spec = { kind: 'distribution', text, distribution, series, arch } as const;
  if (flavour === undefined) return { kind: 'spec', spec: { ...spec, flavour: 'generic' } };
  const known = flavours.find((candidate) => candidate === flavour);
  if (known !== undefined) return { kind: 'spec', spec: { ...spec, flavour: known } };
  const nearest = nearestName(flavour, flavours);
  const hint = nearest === undefined ? accepted : `Did you mean ${distribution}:${series}-${nearest}?`;
  return specProblem(`${text}: expected the flavour cloud, rt or hwe, found ${JSON.stringify(flavour)}`, hint);
}

function hintForSeries(distribution: string, rest: string): string {
  const [series] = /^\d+\.\d+(?=[.-])/.exec(rest.replace(/^v/, '')) ?? [];
  return series === undefined
    ? accepted
    : `The newest kernel of a series is booted. Did you mean ${distribution}:${series}?`;
}

/** What `6.12`, `v6.12` and `debian-6.12-cloud` probably mean; they are hardly file names. */
function distributionSpelling(text: string): string | undefined {
  const [, distribution = 'debian', series, flavour = ''] =
    /^(?:(debian|ubuntu)[-_ ]?)?v?(\d+\.\d+)(-cloud|-rt)?$/.exec(text) ?? [];
  return series === undefined ? undefined : `${distribution}:${series}${flavour}`;
}

function parsePath(text: string, baseDirectory: string): SpecParse<KernelSpec> {
  const [image, modules] = splitKernelPath(text);
  if (image === '' || modules === '')
    return specProblem(`${text}: expected PATH,modules=DIR with neither of them empty`, accepted);
  return {
    kind: 'spec',
    spec: {
      kind: 'path',
      text,
      image: resolve(baseDirectory, image),
      modules: modules === undefined ? undefined : resolve(baseDirectory, modules),
    },
  };
}
