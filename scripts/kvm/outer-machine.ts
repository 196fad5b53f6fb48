import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostResources } from '../../src/host/resources.ts';
import { runCommand } from '../../src/host/process/command.ts';
import type { KernelSpec } from '../../src/plan/plan.ts';
import { provideKernel } from '../../src/provision/kernel/kernel.ts';
import { createProvisionContext, hostStoreRoot } from '../../src/provision/provision-context.ts';
import { architectureOf } from '../../src/architecture/architectures.ts';
import { provideQemu } from '../../src/provision/qemu/qemu.ts';
import { outerArchive } from './outer-archive.ts';
import { outerArguments } from './outer-arguments.ts';

/** The machine's own kernel. Debian's generic flavour has KVM, 9p and overlayfs as modules. */
const outerKernel: KernelSpec = {
  kind: 'distribution',
  text: 'debian:6.12',
  distribution: 'debian',
  series: '6.12',
  flavour: 'generic',
  arch: 'x86_64',
};

/** What a machine in it, a template, all files that are written there and the programs around them need. */
const mostMemoryMiB = 8192;

export interface OuterJob {
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

/**
 * Runs a script on the host's own files in a machine that has KVM. They are read-only; what it writes stays in the
 * machine's memory. @returns how the machine ended: in its own last word
 */
export async function runInOuterMachine(job: OuterJob): Promise<string> {
  const signal = AbortSignal.timeout(job.limitMs);
  const context = createProvisionContext({ progress: () => undefined, signal });
  const qemu = await provideQemu({ kind: 'default', text: 'default' }, architectureOf('x86_64'), context);
  const kernel = await provideKernel(outerKernel, context);
  const initramfs = join(job.scratch, 'outer-initramfs');
  writeFileSync(initramfs, await outerArchive(kernel, context));
  const { cpus, availableMemoryMiB } = hostResources();
  const args = outerArguments({
    kernel: kernel.bootImage,
    initramfs,
    cpus,
    memoryMiB: Math.min(mostMemoryMiB, Math.floor(availableMemoryMiB / 2)),
    jobDirectory: job.directory,
    settings: {
      node: process.execPath,
      script: job.script,
      job: job.directory,
      store: hostStoreRoot(),
      scratch: job.scratch,
      now: String(Math.floor(Date.now() / 1000)),
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
