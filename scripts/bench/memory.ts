import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOnce } from './one-test.ts';
import { runProgram } from './program-run.ts';
import type { Subject } from './subject.ts';

/** Memory that one process has for itself, KiB. Source: Linux, Documentation/filesystems/proc.rst, smaps. */
export interface PrivatePages {
  /**
   * Anonymous: its heap, its translations, and what it has written of the guest's memory. A second clone needs as much
   * again.
   */
  readonly anonymousKiB: number;
  /**
   * Private_Clean and Private_Dirty together: with pages of the template's memory and of programs that only it has
   * mapped at the moment.
   */
  readonly privateKiB: number;
}

export interface CloneMemory {
  readonly when: string;
  readonly pages: PrivatePages;
}

/** Looks at one clone at the moments that matter. */
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

/** @throws Error for a text that is no smaps_rollup. */
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

/**
 * Peak memory of our process over runs of different lengths, on simulated machines: what counts is what a test leaves
 * behind.
 */
export async function measureRuns(counts: readonly number[], scratch: string): Promise<readonly RunMemory[]> {
  const measured: RunMemory[] = [];
  for (const tests of counts) {
    const { peakKiB } = await runProgram([
      '--import',
      join(import.meta.dirname, 'bundled-text-hook.mjs'),
      join(import.meta.dirname, 'simulated-run.ts'),
      String(tests),
      join(scratch, `simulated-${tests}`),
    ]);
    measured.push({ tests, peakKiB });
  }
  return measured;
}
