import type { QemuSpec } from './plan.ts';
import { resolve } from 'node:path';
import { nearestName } from '../text/nearest-name.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';

const accepted =
  'A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie or ubuntu:26.04, or a ' +
  'path with a slash in it.';

/** The QEMU for tests that name none. */
export const defaultQemu: QemuSpec = { kind: 'default', text: 'default' };

/**
 * `default`, `host`, `debian:SUITE`, or a path with a slash, relative to `baseDirectory` (absolute). Provisioning
 * checks whether the distribution, suite or file exists.
 */
export function parseQemuSpec(text: string, baseDirectory: string): SpecParse<QemuSpec> {
  if (text.trim() === '') return specProblem('expected a QEMU, found nothing', accepted);
  if (text === 'default') return { kind: 'spec', spec: defaultQemu };
  if (text === 'host') return { kind: 'spec', spec: { kind: 'host', text } };
  const [, distribution, suite] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== undefined && suite !== undefined) return parseDistribution(text, distribution, suite);
  if (text.includes('/')) return { kind: 'spec', spec: { kind: 'path', text, path: resolve(baseDirectory, text) } };
  const nearest = nearestName(text, ['default', 'host']);
  const hint =
    nearest === undefined ? `${accepted} Write ./${text} for a file of that name.` : `Did you mean ${nearest}?`;
  return specProblem(`${text}: expected a QEMU`, hint);
}

function parseDistribution(text: string, distribution: string, suite: string): SpecParse<QemuSpec> {
  if (text !== text.toLowerCase())
    return specProblem(
      `${text}: expected a distribution and a suite in lower case`,
      `Did you mean ${text.toLowerCase()}?`,
    );
  if (/^[a-z0-9][a-z0-9.-]*$/.test(suite))
    return { kind: 'spec', spec: { kind: 'distribution', text, distribution, suite } };
  return specProblem(
    `${text}: expected the name of a suite such as trixie after ${distribution}:, found ${JSON.stringify(suite)}`,
    accepted,
  );
}
