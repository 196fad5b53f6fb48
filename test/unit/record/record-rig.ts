import { judge } from '../../../src/diagnose/judge.ts';
import { rulesOf } from '../../../src/diagnose/verdict.ts';
import type { AttemptEntry, HeaderEntry, RecordEntry } from '../../../src/record/entries.ts';
import { RecordWriter } from '../../../src/record/record-writer.ts';
import { type Replay, replayRecord } from '../../../src/record/replay.ts';
import { published } from '../../../src/record/test-result.ts';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import { judgeInput, plannedTest, type RecordChanges } from '../diagnose/run-records.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A run of so many tests in one cell, named test-0 and so on. */
export function header(tests: number, changes: Partial<HeaderEntry> = {}): HeaderEntry {
  const planned = plannedTest();
  return {
    entry: 'run',
    schema: 'qemu-driver-test/record/1',
    tool: { version: '0.1.0' },
    startedAt: '2026-11-22T10:00:00.000Z',
    host: { accelerator: 'tcg', acceleratorReason: 'asked for', cpus: 2, memoryMiB: 1000 },
    repeat: 1,
    cells: [
      {
        id: 'cell',
        kernel: { spec: 'debian:6.1', release: '6.1.0', sha256: 'a'.repeat(64) },
        machine: { name: 'small', args: ['-m', '256'] },
        arch: 'x86_64',
        qemu: { version: '11.1.3', sha256: 'b'.repeat(64) },
      },
    ],
    tests: Array.from({ length: tests }, (_, index) => ({
      id: `edu/test-${index}`,
      cell: 'cell',
      suite: 'edu',
      description: '',
      expected: 'pass',
      rules: rulesOf(planned),
      reproduce: `qdt run edu --test edu/test-${index}`,
      shell: `qdt shell edu/test-${index}`,
    })),
    ...changes,
  };
}

/** An attempt that was seen and judged, but for the changes. */
export function attempt(
  test: number,
  changes: RecordChanges = {},
  { number = 1, record: seen = {} }: { readonly number?: number; readonly record?: Partial<RunRecord> } = {},
): AttemptEntry {
  const input = judgeInput(changes);
  const verdict = judge(input, { bootFingerprints: new Set(), today: '2026-11-22' });
  const record = {
    ...input.record,
    startedAt: new Date('2026-11-22T10:00:05Z'),
    consolePath: `cell/edu/test-${test}/attempt-${number}/console.log`,
    ...seen,
  };
  return {
    entry: 'attempt',
    test,
    attempt: number,
    startReason: 'requested with --start cold',
    record,
    verdict: { ...verdict, findings: verdict.findings.map(published) },
  };
}

export const boot: RecordEntry = { entry: 'boot', cell: 'cell', outcome: 'ok', durationMs: 2300.4, findings: [] };
export const end: RecordEntry = { entry: 'end', durationMs: 1234.6 };

/** A directory with a record of these entries. */
export async function recordOf(entries: readonly RecordEntry[]): Promise<string> {
  const directory = temporaryDirectory();
  const writer = await RecordWriter.create(directory, (reason) => {
    throw new Error(reason);
  });
  for (const entry of entries) await writer.append(entry);
  await writer.close();
  return directory;
}

export function replay(directory: string): Replay {
  return replayRecord({ directory, name: 'results', unwritten: [] });
}
