import { deferred, type Deferred } from '../../host/deferred.ts';
import type { AgentLost, ProgramName } from './agent-message.ts';

interface Program {
  readonly name: ProgramName;
  readonly ended: Deferred<number>;
  readonly onBegin: () => void;
  hasBegun: boolean;
}

/** The one program that the agent was asked to run: a stage or a shell. It begins and ends in messages of the guest. */
export class AskedProgram {
  #program: Program | undefined;

  /**
   * Expects this program to begin, and to end with an exit status. `send` asks the guest for it.
   * @throws AgentLost through `send`, and when the agent is lost before the end
   */
  async run(name: ProgramName, onBegin: () => void, send: () => void): Promise<number> {
    if (this.#program !== undefined)
      throw new Error(`Internal error: ${titleOf(name)} was asked for while ${this.#program.name} runs`);
    send();
    const ended = deferred<number>();
    this.#program = { name, ended, onBegin, hasBegun: false };
    return ended.promise;
  }

  /** The guest says that it has begun. Returns what is wrong with that. */
  hearBegin(name: ProgramName): string | undefined {
    const program = this.#program;
    if (program?.name !== name || program.hasBegun) return `${titleOf(name)} began, which was not asked for`;
    program.hasBegun = true;
    program.onBegin();
    return undefined;
  }

  /** The guest says that it has ended. Returns what is wrong with that. */
  hearEnd(name: ProgramName, exitStatus: number): string | undefined {
    const program = this.#program;
    if (program?.name !== name || !program.hasBegun) return `${titleOf(name)} ended, which was not running`;
    this.#program = undefined;
    program.ended.resolve(exitStatus);
    return undefined;
  }

  /** Nothing will be heard any more. */
  lose(lost: AgentLost): void {
    this.#program?.ended.reject(lost);
  }
}

function titleOf(program: ProgramName): string {
  return program === 'shell' ? 'a shell' : `stage ${program}`;
}
