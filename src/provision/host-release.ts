import { readTextIfThere } from '../host/file-facts.ts';
import type { Release } from './release.ts';
import { releases } from './releases.ts';

/** What a host says it is: os-release(5). */
export interface HostSystem {
  readonly id: string;
  readonly like: readonly string[];
  readonly version: string;
}

/** Parses os-release; what is missing is empty. */
export function parseOsRelease(text: string): HostSystem {
  const fields = new Map(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [
      key,
      value.trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  return {
    id: fields.get('ID') ?? '',
    like: (fields.get('ID_LIKE') ?? '').split(/\s+/).filter((word) => word !== ''),
    version: fields.get('VERSION_ID') ?? '',
  };
}

/** The file on this host. */
export function hostSystem(): HostSystem {
  return parseOsRelease(readTextIfThere('/etc/os-release') ?? readTextIfThere('/usr/lib/os-release') ?? '');
}

/** The distribution whose packages serve a host best: its own, what it is derived from, else the first we know. */
export function releaseFor({ id, like }: HostSystem): Release {
  const known = [id, ...like].map((name) => releases.find(({ distribution }) => distribution === name));
  return known.find((release) => release !== undefined) ?? releases[0];
}

/** The kernel that is booted on a host when none is named: `ubuntu:24.04`. */
export function defaultKernelFor(system: HostSystem): string {
  const { distribution, defaultKernel } = releaseFor(system);
  const series = system.id === distribution ? defaultKernel.byVersion[system.version] : undefined;
  return `${distribution}:${series ?? defaultKernel.otherwise}`;
}
