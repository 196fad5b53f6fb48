/** The agent is gone, or what speaks in its place does not keep to the protocol. */
export class AgentLost extends Error {
  override readonly name = 'AgentLost';
}

/** The agent could not do what it was asked to, and said so. */
export class AgentRefusal extends Error {
  override readonly name = 'AgentRefusal';
}
