import type { Architecture } from '../../architecture/architecture.ts';
import { architectureOf, architectureOfNode, usualArchitecture } from '../../architecture/architectures.ts';
import { hostArchitecture } from '../../host/environment.ts';
import { ProvisionError } from '../provisioned.ts';

/** What this host is, and whether programs for it can be fetched. */
export interface ArchitectureCheck {
  readonly host: string;
  /** The end of a sentence, if programs for it cannot be fetched. */
  readonly problem: string | undefined;
  readonly advice: string;
}

/** Those for which the distributions have QEMU, and we the names of their packages. */
const hosts: readonly Architecture['name'][] = ['x86_64', 'aarch64'];

export const architectureAdvice = 'Use an x86_64 or an arm64 host. On GitHub: runs-on: ubuntu-24.04';

/** Whether the programs that we fetch run on this host. */
export function checkArchitecture(): ArchitectureCheck {
  const host = hostArchitecture();
  const known = hosts.map(architectureOf).map(({ node }) => node);
  const problem = known.includes(host)
    ? undefined
    : `tests cannot run on it: QEMU and its tools are fetched only for ${known.join(' and ')} hosts`;
  return { host, problem, advice: architectureAdvice };
}

/** @throws ProvisionError on a host that cannot test anything, before anything is fetched */
export function requireHostArchitecture(): void {
  const { host, problem, advice } = checkArchitecture();
  if (problem !== undefined) throw new ProvisionError(`This host is ${host}: ${problem}.`, { hint: advice });
}

/** The architecture of programs that run here. A host that none is known for is refused before it is asked. */
export function hostsOwn(): Architecture {
  return architectureOfNode(hostArchitecture()) ?? architectureOf(usualArchitecture);
}
