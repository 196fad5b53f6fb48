import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runOnce } from './one-test.ts';
import { runProgram } from './program-run.ts';
import type { Subject } from './subject.ts';

/** Private memory of a process in KiB. Source: Linux, Documentation/filesystems/proc.rst, smaps. */
export interface PrivatePages {
  /**
   * Anonymous: its heap, its translations, and the guest pages that it has written. Each further clone needs the same
   * amount.
   */
  readonly anonymousKiB: number;
  /**
   * Private_Clean plus Private_Dirty: includes pages of the template's memory and of programs that only this process
   * maps at the moment.
   */
  readonly privateKiB: number;
}

export interface CloneMemory {
  readonly when: string;
  readonly pages: PrivatePages;
}

/** Measures one clone at the moments that matter. */
export async function measureClone(subject: Subject, scratch: string): Promise<readonly CloneMemory[]> {
  const seen: CloneMemory[] = [];
  let pid: number | undefined;
  await runOnce(subject, 'clone', scratch, (phase) => {
    if (phase.kind === 'launched') pid = phase.pid;
    const when =
      phase.kind === 'event' && phase.name === 'RESUME'
        ? 'restored, idle'
        : phase.kind === 'agent' && phase.message.kind === 'begin'
          ? 'when its first stage begins'
          : phase.kind === 'agent' && phase.message.kind === 'end'
            ? 'when its test has ended'
            : undefined;
    if (when !== undefined && pid !== undefined)
      seen.push({ when, pages: parseSmapsRollup(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) });
  });
  return seen;
}

/** @throws Error for text that is not smaps_rollup */
export function parseSmapsRollup(text: string): PrivatePages {
  const field = (name: string): number => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`expected ${name} in smaps_rollup, found:\n${text}`);
    return Number(found);
  };
  return { anonymousKiB: field('Anonymous'), privateKiB: field('Private_Dirty') + field('Private_Clean') };
}

export interface RunMemory {
  readonly tests: number;
  readonly peakKiB: number;
}

export interface RunsPlace {
  readonly root: string;
  /** Empty, or used by an earlier measurement. */
  readonly scratch: string;
}

/**
 * Peak memory of our process over runs of different lengths, on simulated machines. It shows the memory that each test
 * leaves in use. The code is bundled as users have it: from the sources, the heap is that of Node's translation of
 * TypeScript first.
 */
export async function measureRuns(
  counts: readonly number[],
  { root, scratch }: RunsPlace,
): Promise<readonly RunMemory[]> {
  const program = await buildSimulatedRun(root, join(scratch, 'simulated'));
  const measured: RunMemory[] = [];
  for (const tests of counts) {
    const directory = join(scratch, `simulated-${tests}`);
    const { peakKiB } = await runProgram([program, String(tests), directory]);
    measured.push({ tests, peakKiB });
    rmSync(directory, { recursive: true });
  }
  return measured;
}

/** Builds the program of a simulated run, and returns it. It finds the fake QEMU beside itself. */
async function buildSimulatedRun(root: string, outdir: string): Promise<string> {
  const entryPoints = { 'simulated-run': 'scripts/bench/simulated-run.ts', 'judge-worker': 'src/judge-worker.ts' };
  const { bundle } = await import('../build-dist.mjs');
  await bundle(entryPoints, outdir);
  const fake = join(outdir, 'fake-qemu.mjs');
  if (!existsSync(fake)) symlinkSync(join(root, 'test/fake-qemu/fake-qemu.mjs'), fake);
  return join(outdir, 'simulated-run.mjs');
}
