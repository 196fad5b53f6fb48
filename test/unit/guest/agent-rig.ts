import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { build, programNamed } from '../../../scripts/shipped-programs.mjs';

/** A compiler of this host for the agent; undefined: there is none. */
export const compiler = ['gcc-12', 'gcc'].find((name) => spawnSync(name, ['--version']).status === 0);

/** The agent's own sources, but for what only a guest has (agent-harness.c). */
export function buildForHost(directory: string): string {
  const program = join(directory, 'agent');
  build(programNamed(process.arch === 'arm64' ? 'agent-aarch64' : 'agent-x86_64'), program, {
    ...(compiler === undefined ? {} : { compiler }),
    without: ['main.c', 'bring-up.c', 'folder.c', 'notes.c', 'ports.c', 'power.c'],
    instead: [join(import.meta.dirname, 'agent-harness.c')],
  });
  return program;
}

const stages = ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown'];

/** An agent that runs, and the host's end of its ports. */
export class RunningAgent {
  readonly #child: ChildProcess;
  #heard = '';
  #wake: () => void = () => undefined;
  readonly #output = new Map<string, Buffer[]>(stages.map((stage) => [stage, []]));
  readonly exited: Promise<number | null>;

  constructor(program: string, folder: string) {
    const pipes = Array.from({ length: 2 + stages.length }, () => 'pipe' as const);
    this.#child = spawn(program, [], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit', ...pipes] });
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#port(3).on('data', (chunk: Buffer) => {
      this.#heard += chunk.toString('latin1');
      this.#wake();
    });
    for (const [place, stage] of stages.entries())
      this.#port(5 + place).on('data', (chunk: Buffer) => {
        this.#output.get(stage)?.push(chunk);
        this.#wake();
      });
    for (let port = 3; port < 5 + stages.length; port++) this.#port(port).on('error', () => undefined);
  }

  #port(descriptor: number): Duplex {
    return this.#child.stdio[descriptor] as unknown as Duplex;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  tell(...lines: readonly string[]): void {
    this.#port(3).write(lines.map((line) => `${line}\n`).join(''));
  }

  tellBytes(bytes: Buffer): void {
    this.#port(3).write(bytes);
  }

  /** Writes to the port for the folder's files. */
  sendFiles(bytes: Buffer): void {
    this.#port(4).write(bytes);
  }

  /** The host stops reading what a stage says, until it goes on. */
  pauseReading(stage: string): () => void {
    const port = this.#port(5 + stages.indexOf(stage));
    port.pause();
    return () => port.resume();
  }

  /** All that was said when a line was said that matches. */
  async until(line: RegExp): Promise<string> {
    return await this.#await(() => (line.test(this.#heard) ? this.#heard : undefined), String(line));
  }

  /** All of a stage's output when it matches. */
  async output(stage: string, wanted: RegExp): Promise<string> {
    const read = (): string => Buffer.concat(this.#output.get(stage) ?? []).toString('latin1');
    return await this.#await(() => (wanted.test(read()) ? read() : undefined), `${stage}: ${String(wanted)}`);
  }

  async #await(find: () => string | undefined, what: string): Promise<string> {
    const limit = setTimeout(() => this.#wake(), 15_000);
    const startedMs = performance.now();
    try {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        if (performance.now() - startedMs >= 15_000) throw new Error(`no ${what}; the agent said:\n${this.#heard}`);
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(limit);
    }
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL');
    for (let port = 3; port < 5 + stages.length; port++) this.#port(port).destroy();
  }
}
