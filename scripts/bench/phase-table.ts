import type { Phase } from '../../src/run/run-ports.ts';
import { median } from './statistics.ts';

/** A named moment in a clone's life, and its time. */
export interface Mark {
  readonly name: string;
  readonly atMs: number;
}

export interface PhaseRow {
  readonly name: string;
  /** Since the previous moment. */
  readonly tookMs: number;
  /** Since the start. */
  readonly atMs: number;
}

const agentAnswers: Readonly<Record<string, string>> = {
  session: 'the agent wakes up and answers',
  seed: 'random pool seeded and new keys derived',
  clock: 'clock set',
  tune: 'kernel settings set',
  env: 'environment told',
  root: 'root chosen',
  folder: 'folder mounted',
  logs: 'logs kept',
  devices: 'plugged devices found',
  collect: 'artifacts collected',
};

/** The name of a phase in the table; undefined: not listed. */
export function nameOf(phase: Phase): string | undefined {
  switch (phase.kind) {
    case 'folder-filled':
      return "the test's folder filled";
    case 'launched':
      return "QEMU's process started";
    case 'monitor-ready':
      return 'QEMU linked, its machine built, its monitor answers';
    case 'event':
      return phase.name === 'RESUME'
        ? 'state restored, the guest runs'
        : phase.name === 'SHUTDOWN'
          ? 'the guest has powered off'
          : undefined;
    case 'agent':
      return nameOfMessage(phase.message);
    case 'gone':
      return 'all that was said is here, the process is ended and gone';
  }
}

function nameOfMessage(message: Extract<Phase, { kind: 'agent' }>['message']): string | undefined {
  switch (message.kind) {
    case 'ok':
      return agentAnswers[message.command];
    case 'begin':
      return `stage ${message.program} begins`;
    case 'end':
      return `stage ${message.program} has ended`;
    case 'done':
      return 'the agent is done, the guest rests';
    case 'failed':
    case 'beat':
      return undefined;
  }
}

/** Medians over several lives with the same steps. Equal names in a row are one step. */
export function phaseTable(lives: readonly (readonly Mark[])[]): readonly PhaseRow[] {
  const merged = lives.map(mergeRepeated);
  const names = (merged[0] ?? []).map(({ name }) => name);
  return names.map((name, index) => {
    const ats = merged.map((marks) => markAt(marks, index, name));
    const before = merged.map((marks) => (index === 0 ? 0 : (marks[index - 1]?.atMs ?? 0)));
    return { name, tookMs: median(ats.map((at, life) => at - (before[life] ?? 0))), atMs: median(ats) };
  });
}

function mergeRepeated(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ name }, index) => marks[index + 1]?.name !== name);
}

function markAt(marks: readonly Mark[], index: number, name: string): number {
  const mark = marks[index];
  if (mark?.name !== name)
    throw new Error(`expected “${name}” as step ${index + 1} of every clone, found “${mark?.name ?? 'the end'}”`);
  return mark.atMs;
}
