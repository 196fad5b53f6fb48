/** The types of agent-build.mjs, for tests. */
export interface AgentBuild {
  readonly compiler?: string;
  readonly without?: readonly string[];
  readonly instead?: readonly string[];
}
export function buildAgent(output: string, build?: AgentBuild): void;
