import type { ArchitectureName } from '../../architecture/architecture.ts';

const agentPrefix = 'agent-';

/** The name of an architecture's agent among the files of `guest/`. */
export function agentFile(arch: ArchitectureName): string {
  return `${agentPrefix}${arch}`;
}

/** The files for guests of one architecture: the scripts of all, and as `init` the agent, a program of its own. */
export function guestFilesFor(
  arch: ArchitectureName,
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const agent = files.get(agentFile(arch));
  if (agent === undefined) throw new Error(`Internal error: there is no agent for ${arch}`);
  return new Map([...[...files].filter(([name]) => !name.startsWith(agentPrefix)), ['init', agent]]);
}
