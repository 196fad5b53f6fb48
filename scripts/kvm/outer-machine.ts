import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostResources } from '../../src/host/resources.ts';
import { runCommand } from '../../src/host/process/command.ts';
import type { KernelSpec } from '../../src/plan/plan.ts';
import { parseKernelSpec } from '../../src/plan/kernel-spec.ts';
import { provideKernel } from '../../src/provision/kernel/kernel.ts';
import { createProvisionContext, hostStoreRoot } from '../../src/provision/provision-context.ts';
import { architectureOf } from '../../src/architecture/architectures.ts';
import { provideQemu } from '../../src/provision/qemu/qemu.ts';
import type { OuterArchitecture } from './outer-architectures.ts';
import { outerArchive } from './outer-archive.ts';
import { outerArguments } from './outer-arguments.ts';

/** What a machine in it, a template, all files that are written there and the programs around them need. */
const mostMemoryMiB = 8192;

export interface OuterJob {
  readonly architecture: OuterArchitecture;
  /** What it has in place of this host's own root and Node; undefined: these. */
  readonly host: OuterHost | undefined;
  /** A script for Node, with the job's directory as its only argument. */
  readonly script: string;
  /** Writable from inside. Its path is the same inside and outside. */
  readonly directory: string;
  /** A directory of the host for everything else: what the script writes there is gone afterwards. */
  readonly scratch: string;
  readonly limitMs: number;
  /** Receives what the machine prints, a line at a time. */
  readonly onLine: (line: string) => void;
}

/** A host of another architecture than this one's, made of directories of this one. */
export interface OuterHost {
  readonly root: string;
  /** Directories that are there, too, at the same paths. */
  readonly shared: readonly string[];
  /** Node for that architecture. */
  readonly node: string;
  readonly store: string;
}

/**
 * Runs a script on the host's own files in a machine that has KVM. They are read-only; what it writes stays in the
 * machine's memory. @returns how the machine ended: in its own last word
 */
export async function runInOuterMachine(job: OuterJob): Promise<string> {
  const signal = AbortSignal.timeout(job.limitMs);
  const context = createProvisionContext({ progress: () => undefined, signal });
  const { architecture, host } = job;
  const arch = architectureOf(architecture.name);
  const qemu = await provideQemu({ kind: 'default', text: 'default' }, arch, context);
  const kernel = await provideKernel(kernelSpec(architecture), context);
  const initramfs = join(job.scratch, 'outer-initramfs');
  writeFileSync(initramfs, await outerArchive(kernel, architecture.modules, context));
  const { cpus, availableMemoryMiB } = hostResources();
  const args = outerArguments({
    ...architecture,
    console: arch.guest.console,
    kernel: kernel.bootImage,
    initramfs,
    cpus,
    memoryMiB: Math.min(mostMemoryMiB, Math.floor(availableMemoryMiB / 2)),
    jobDirectory: job.directory,
    settings: {
      node: host?.node ?? process.execPath,
      script: job.script,
      job: job.directory,
      store: host?.store ?? hostStoreRoot(),
      scratch: job.scratch,
      now: String(Math.floor(Date.now() / 1000)),
      ...(host === undefined ? {} : { base: host.root, share: host.shared.join(':') }),
    },
  });
  const reader = new LineReader(job.onLine);
  const [program = '', ...rest] = [...qemu.command, ...qemu.firmwareArgs, ...args];
  const env = { PATH: process.env['PATH'] ?? '', ...qemu.env };
  try {
    await runCommand([program, ...rest], { env, signal, onOutput: (text) => reader.take(text) });
    return reader.lastWord;
  } catch (error) {
    if (!signal.aborted) throw error;
    return `it was killed after ${Math.round(job.limitMs / 60_000)} min; its last word was: ${reader.lastWord}`;
  }
}

function kernelSpec({ kernel }: OuterArchitecture): KernelSpec {
  const parsed = parseKernelSpec(kernel, '/');
  if (parsed.kind === 'problem') throw new Error(`${kernel}: ${parsed.problem.message}`);
  return parsed.spec;
}

/** Divides what the machine prints into lines, and remembers what its init said last. */
class LineReader {
  lastWord = 'it did not come to its init';
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  take(text: string): void {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      this.#onLine(line);
      this.lastWord = /^outer: (.*)/.exec(line)?.[1] ?? this.lastWord;
    }
  }
}
