import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTripwire } from '../../src/diagnose/tripwire.ts';
import { defaultBootDeadlineMs } from '../../src/engine/boot-deadlines.ts';
import type { PhaseListener } from '../../src/run/run-ports.ts';
import { runTest } from '../../src/run/run-test.ts';
import { type Mark, nameOf } from './phase-table.ts';
import type { Subject } from './subject.ts';

/** `clone`: restored; `copy`: copied from a process that is prepared. */
export type Start = 'bzImage' | 'cold' | 'clone' | 'copy';

export interface OneTest {
  /** From QEMU's launch until the first stage begins. */
  readonly startMs: number;
  /** From the launch until the machine is gone. */
  readonly durationMs: number;
  /** From an empty results directory until it holds the evidence. */
  readonly wallMs: number;
  /** Processor time of this process. */
  readonly ownCpuMs: number;
  readonly marks: readonly Mark[];
}

/** Runs the subject's test once, as `run` does. @throws Error when it did not pass */
export async function runOnce(
  subject: Subject,
  start: Start,
  scratch: string,
  onPhase: PhaseListener = () => undefined,
): Promise<OneTest> {
  const directory = mkdtempSync(join(scratch, `${start}-`));
  const marks: Mark[] = [];
  const cpu = process.cpuUsage();
  const begunMs = performance.now();
  const mark = (name: string | undefined): void => {
    if (name !== undefined) marks.push({ name, atMs: performance.now() - begunMs });
  };
  const record = await runTest(jobOf(subject, start, directory), {
    tripwire: createTripwire(),
    signal: new AbortController().signal,
    onPhase: (phase) => {
      mark(nameOf(phase));
      onPhase(phase);
    },
  });
  mark('results written, folder removed');
  const wallMs = performance.now() - begunMs;
  const { user, system } = process.cpuUsage(cpu);
  const passed = record.ending.kind === 'completed' && record.stages.at(-1)?.exitStatus === 0;
  if (!passed || record.startMs === undefined)
    throw new Error(`the trivial test did not pass as ${start}: ${JSON.stringify([record.ending, record.stages])}`);
  rmSync(directory, { recursive: true });
  return { startMs: record.startMs, durationMs: record.durationMs, wallMs, ownCpuMs: (user + system) / 1000, marks };
}

function jobOf(
  { planned, supplies, template, machines, forks }: Subject,
  start: Start,
  directory: string,
): Parameters<typeof runTest>[0] {
  const clone = { template, devices: [], hasSlots: true };
  return {
    planned,
    qemu: supplies.qemu,
    machine: machines[start === 'copy' ? 'clone' : start],
    folderTransport: '9p',
    modules: [],
    bootDeadlineMs: defaultBootDeadlineMs('tcg'),
    resultsDirectory: directory,
    directory,
    ...(start === 'clone' ? { clone } : {}),
    ...(start === 'copy' && forks !== undefined ? { clone: { ...clone, forks } } : {}),
  };
}
