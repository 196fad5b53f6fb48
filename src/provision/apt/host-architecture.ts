import { hostArchitecture } from '../../host/environment.ts';
import { ProvisionError } from '../provisioned.ts';
import { hostSystem, releaseFor } from './releases.ts';

/** What this host is, and what programs of its distribution we have. */
export interface ArchitectureCheck {
  readonly host: string;
  /** The end of a sentence, if its programs cannot run here. */
  readonly problem: string | undefined;
  readonly advice: string;
}

export const architectureAdvice = 'Use an x86_64 host. On GitHub: runs-on: ubuntu-24.04 instead of ubuntu-24.04-arm';

/** Whether the programs that we fetch run on this host. */
export function checkArchitecture(): ArchitectureCheck {
  const host = hostArchitecture();
  const { hostArchitecture: needed } = releaseFor(hostSystem());
  const problem =
    host === needed
      ? undefined
      : `tests cannot run on it: they boot x86_64 kernels, and QEMU and its tools are fetched only for ${needed} hosts`;
  return { host, problem, advice: architectureAdvice };
}

/** @throws ProvisionError on a host that cannot test anything, before anything is fetched */
export function requireHostArchitecture(): void {
  const { host, problem, advice } = checkArchitecture();
  if (problem !== undefined) throw new ProvisionError(`This host is ${host}: ${problem}.`, { hint: advice });
}
