import { hostArchitecture } from '../../host/environment.ts';
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
  const problem = host === needed ? undefined : `QEMU and tools are fetched only for ${needed}`;
  return { host, problem, advice: architectureAdvice };
}
