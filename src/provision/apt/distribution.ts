import { HostShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { hostsOwn } from './host-architecture.ts';
import { mirrorName, mirrorVariable } from './mirror.ts';
import { type PrivateApt, withPrivateApt } from './private-apt.ts';
import type { Release } from './release.ts';
import { releases } from './releases.ts';
import { archiveOf, findSuiteSources } from './suite-sources.ts';

/** The distribution that a spec names. @throws ProvisionError when it is unknown */
export function releaseOf(distribution: string, spec: string): Release {
  const release = releases.find((candidate) => candidate.distribution === distribution);
  if (release !== undefined) return release;
  throw new ProvisionError(
    `${spec}: no such distribution. ` +
      `The distributions are ${releases.map((candidate) => candidate.distribution).join(', ')}.`,
  );
}

export interface PackagePlace {
  readonly suites: readonly string[];
  /** Of the packages, as dpkg names it; absent: the host's. */
  readonly architecture?: string;
}

/**
 * Runs `use` with apt for these suites of a distribution. A suite of an optional archive is left out, with a warning,
 * if it has no mirror or its mirror does not answer, as long as another suite remains.
 */
export async function withDistribution<T>(
  context: ProvisionContext,
  release: Release,
  { suites, architecture = hostsOwn().debian }: PackagePlace,
  use: (apt: PrivateApt) => Promise<T>,
): Promise<T> {
  const { found, missing } = await findSuiteSources(context, release, { suites, architecture });
  const [first] = missing;
  if (first !== undefined)
    warn(
      context,
      missing,
      'No mirror of it is known. Set one: ' +
        `${mirrorVariable(mirrorName(release, archiveOf(release, first).name))}=http://…`,
    );
  const required = found.filter(({ suite }) => !archiveOf(release, suite).archive.optional);
  try {
    return await withPrivateApt(context, { architecture, suites: found }, use);
  } catch (error) {
    if (
      !(error instanceof ProvisionError) ||
      error instanceof HostShortage ||
      required.length === 0 ||
      required.length === found.length
    )
      throw error;
    const result = await withPrivateApt(context, { architecture, suites: required }, use);
    warn(
      context,
      found.filter((source) => !required.includes(source)).map(({ suite }) => suite),
      error.message,
    );
    return result;
  }
}

function warn(context: ProvisionContext, leftOut: readonly string[], reason: string): void {
  context.progress({
    kind: 'warning',
    message: `${leftOut.join(', ')} left out, so packages may be outdated. ${reason}`,
  });
}
