import { resolve } from 'node:path';
import { parseContainerImage } from './container-kernel-spec.ts';
import { parseFile } from './fetched-kernel-spec.ts';
import type { DiskSpec } from './plan.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';

const accepted =
  'A disk image is a path, DISTRIBUTION:SUITE[+PACKAGE,…] such as debian:bookworm+python3,i2c-tools or ubuntu:24.04, ' +
  'url:URL#sha256=…, or oci:IMAGE (docs/disk-images.md).';
const packagePattern = /^[a-z0-9][a-z0-9+.-]+$/;

/** A path is relative to `baseDirectory` (absolute). Provisioning checks whether what is named exists. */
export function parseDiskSpec(text: string, baseDirectory: string): SpecParse<DiskSpec> {
  if (text.trim() === '') return specProblem('expected a disk image, found nothing', accepted);
  const [, prefix, rest] = /^([a-z][a-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (prefix === undefined || rest === undefined)
    return { kind: 'spec', spec: { kind: 'path', text, path: resolve(baseDirectory, text) } };
  switch (prefix) {
    case 'url':
      return withFile(text, rest);
    case 'oci':
      return withImage(text, rest);
    default:
      return parseDistribution(text, prefix, rest);
  }
}

function withFile(text: string, rest: string): SpecParse<DiskSpec> {
  const parsed = parseFile(text, 'disk', rest);
  return parsed.kind === 'problem' ? parsed : { kind: 'spec', spec: { kind: 'file', text, file: parsed.spec } };
}

function withImage(text: string, rest: string): SpecParse<DiskSpec> {
  const parsed = parseContainerImage(text, rest);
  return parsed.kind === 'problem' ? parsed : { kind: 'spec', spec: { kind: 'container', text, image: parsed.spec } };
}

function parseDistribution(text: string, distribution: string, rest: string): SpecParse<DiskSpec> {
  const plus = rest.indexOf('+');
  const suite = plus === -1 ? rest : rest.slice(0, plus);
  const named = plus === -1 ? [] : rest.slice(plus + 1).split(',');
  if (!/^(?:[a-z]+|\d\d\.\d\d)$/.test(suite))
    return specProblem(
      `${text}: expected the name of a suite after ${distribution}:, found ${JSON.stringify(suite)}`,
      accepted,
    );
  const wrong = named.find((name) => !packagePattern.test(name));
  if (wrong !== undefined)
    return specProblem(
      `${text}: expected names of packages after +, with commas between them, found ${JSON.stringify(wrong)}`,
      accepted,
    );
  const packages = [...new Set(named)].sort();
  return { kind: 'spec', spec: { kind: 'distribution', text, distribution, suite, packages } };
}
