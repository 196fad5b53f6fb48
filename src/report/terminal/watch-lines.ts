import { plainLine } from '../../text/escape-text.ts';
import { createStyle } from '../text/style.ts';

/** The line above the output of a run or a shell. The text may contain names of files. */
export function watchHeading(text: string, color: boolean): string {
  return `\n${createStyle(color).bold(`── ${plainLine(text)} ──`)}\n`;
}

/** `3 of 15 tests` */
export function chosenWords(chosen: number, all: number): string {
  if (all === 1) return 'the only test';
  return chosen === all ? `all ${all} tests` : `${chosen} of ${all} tests`;
}

const maxNamed = 3;

/** `edu.c and probe.c changed`. Paths are as the user would write them. */
export function changeWords(paths: readonly string[]): string {
  const named = paths.slice(0, maxNamed);
  const more = paths.length - named.length;
  const parts = more > 0 ? [...named, `${more} more`] : named;
  const last = parts.at(-1) ?? 'something';
  return `${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last} changed`;
}

export interface WatchState {
  /** Tests whose last run was not ok. */
  readonly failed: number;
  /** Tests that should run again, because they were interrupted. */
  readonly pending: number;
  /** Only tests with such a name run; empty: all. */
  readonly pattern: string;
  /** Without a terminal, only changes of files start a run. */
  readonly hasKeys: boolean;
  readonly color: boolean;
}

/** What is waited for, and the keys. */
export function watchWaiting({ failed, pending, pattern, hasKeys, color }: WatchState): string {
  const style = createStyle(color);
  const facts = [
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(pending === 0 ? [] : [`${pending} interrupted`]),
    ...(pattern === '' ? [] : [`only tests named ${plainLine(pattern)}`]),
  ];
  const waiting = `Waiting for changes${facts.length === 0 ? '' : ` (${facts.join(', ')})`}.`;
  return `\n${style.bold(waiting)}\n${hasKeys ? `${style.dim(keyLine)}\n` : ''}`;
}

const keyLine = 'a all · f failed · t by name · s shell in a failed test · q quit';

/** The pattern being typed. It replaces the line of the terminal. */
export function watchPrompt(pattern: string | undefined): string {
  const clear = '\r\u001B[K';
  return pattern === undefined ? clear : `${clear}Run tests named (empty: all): ${plainLine(pattern)}`;
}
