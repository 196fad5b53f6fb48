import type { RunEvent } from '../../event/event.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine, cutText, hangingLines } from '../../text/text-width.ts';
import { createStyle, markOf, markWord, paintMark, type Style, type TerminalOptions } from '../text/style.ts';
import { whySkipped } from './final-skipped.ts';
import type { Progress, Step } from './progress.ts';

/** The permanent lines: one or more per event, and in plain output a sign of life in between. */
export interface PermanentLines {
  /** Call this before the event changes the progress. */
  readonly onEvent: (event: RunEvent) => readonly string[];
  readonly onTick: () => readonly string[];
}

// A shorter step is not worth a line: it would show 0 s.
const shortestStepMs = 95;
const announceAfterMs = 1000;
// The end of the run shows the whole reason.
const noteColumns = 120;
const silenceMs = 60_000;
// The compiler's own text, up to a limit.
const buildOutputLimit = { lines: 120, columns: 1000 };

export function createPermanentLines(options: TerminalOptions, progress: Progress): PermanentLines {
  const style = createStyle(options.color);
  // A step is known by its name and start; each sign of progress replaces it.
  const announced = new Set<string>();
  const keyOf = ({ what, sinceMs }: Step): string => `${sinceMs} ${what}`;
  let lastLineAtMs = options.now();
  const remember = (lines: readonly string[]): readonly string[] => {
    if (lines.length > 0) lastLineAtMs = options.now();
    return lines;
  };
  const onTick = (): readonly string[] => {
    if (options.isTty) return [];
    const due = progress.steps.filter(
      (step) => !announced.has(keyOf(step)) && options.now() - step.sinceMs >= announceAfterMs,
    );
    for (const step of due) announced.add(keyOf(step));
    const isSilent = options.now() - lastLineAtMs >= silenceMs;
    return remember([
      ...due.map((step) => `  ${stepName(step)} …`),
      ...(isSilent ? underWay(progress, options.now()) : []),
    ]);
  };
  return { onEvent: (event) => remember(eventLines(event, { options, progress, style })), onTick };
}

interface LineContext {
  readonly options: TerminalOptions;
  readonly progress: Progress;
  readonly style: Style;
}

function eventLines(event: RunEvent, { options, progress, style }: LineContext): readonly string[] {
  switch (event.kind) {
    case 'provision-begin':
    case 'provision-step':
      return [];
    case 'provision-end':
      return event.durationMs < shortestStepMs && !options.verbose ? [] : [stepEnd(event, progress)];
    case 'fact':
      return hangingLines(`  ${event.topic.padEnd(9)}`, event.text, options.columns());
    case 'warning':
      return hangingLines('warning: ', event.message, options.columns()).map(style.yellow);
    case 'build-failed':
      return [
        '',
        style.red(buildFailure(event)),
        ...plainText(cutText(event.output, buildOutputLimit)).trimEnd().split('\n'),
        ...(event.log === undefined ? [] : [`All of the output: ${plainLine(event.log)}`]),
        '',
      ];
    case 'run-begin':
      return ['', heading(event), ''];
    case 'run-more':
      return [];
    case 'test-begin':
      return options.verbose && !options.isTty ? [`BEGIN ${testPlace(event)}`] : [];
    case 'test-end':
      return options.isTty && !options.verbose ? [] : [testEnd(event, style)];
    case 'stopping':
      return [
        style.yellow(
          `stopping after ${plural(event.failures, 'failure')} (--bail): ` +
            'no more tests are started; those under way go on.',
        ),
      ];
    case 'cancelling':
      return [
        style.yellow(
          `stopping: ${plainLine(event.reason)}. ` +
            'Stopping the machines and writing the results; press Ctrl-C again to quit now.',
        ),
      ];
  }
}

type StepEnd = Extract<RunEvent, { kind: 'provision-end' }>;

function stepEnd({ what, ended, durationMs }: StepEnd, { steps }: Progress): string {
  const activity = steps.find((step) => step.what === what)?.activity;
  const words =
    ended === 'failed'
      ? `${plainLine(activity ?? 'it')} failed after`
      : `${activity === undefined ? 'done' : (endedActivities[activity] ?? 'done')} in`;
  return `  ${plainLine(what)}  ${words} ${formatDuration(durationMs)}`;
}

const endedActivities: Readonly<Record<string, string>> = {
  resolving: 'resolved',
  fetching: 'fetched',
  unpacking: 'unpacked',
  building: 'built',
  extracting: 'extracted',
  booting: 'booted',
};

function buildFailure({ suite, kernel, directory }: Extract<RunEvent, { kind: 'build-failed' }>): string {
  return `${plainLine(directory)} of ${plainLine(suite)} does not build for ${plainLine(kernel)}:`;
}

function stepName({ activity, what }: Step): string {
  return `${plainLine(activity)} ${plainLine(what)}`;
}

function detailWords({ detail }: Step): string {
  return detail === undefined ? '' : `, ${plainLine(detail)}`;
}

function heading({ suites, cells, tests, repeat, jobs }: Extract<RunEvent, { kind: 'run-begin' }>): string {
  const perCell = tests / cells.length;
  const count =
    Number.isInteger(perCell) && cells.length > 1
      ? `${plural(perCell, 'test')} × ${cells.length} cells = ${tests}`
      : plural(tests, 'test');
  const times = repeat === 1 ? '' : `, ${repeat} times each`;
  return `${suites.map(plainLine).join(', ')}: ${count}${times}, ${jobs} at a time`;
}

function testPlace({ id, cell }: { readonly id: string; readonly cell: string }): string {
  return `${plainLine(id)}  ${plainLine(cell)}`;
}

function testEnd(event: Extract<RunEvent, { kind: 'test-end' }>, style: Style): string {
  const mark = markOf(event);
  const note = testNote(event);
  return (
    `${paintMark(mark, markWord(event), style)} ${testPlace(event)}  ` +
    `${formatDuration(event.durationMs)}${note === '' ? '' : `  ${note}`}`
  );
}

function testNote({ outcome, ok, reason }: Extract<RunEvent, { kind: 'test-end' }>): string {
  if (!ok) return cutLine(plainLine(reason.split('\n', 1)[0] ?? ''), noteColumns);
  if (outcome === 'skip') return cutLine(plainLine(whySkipped(reason)), noteColumns);
  return outcome === 'pass' ? '' : `${plainLine(outcome)}, as expected`;
}

/** Shows a CI system, and a person, that a long test is not a hang of this tool. */
function underWay({ cells, steps }: Progress, nowMs: number): readonly string[] {
  const tests = [...cells].flatMap(([cell, { running }]) =>
    [...running].map(([id, sinceMs]) => ({ name: testPlace({ id, cell }), sinceMs })),
  );
  const all = [...steps.map((step) => ({ name: stepName(step) + detailWords(step), sinceMs: step.sinceMs })), ...tests];
  return all.map(({ name, sinceMs }) => `  still running after ${formatDuration(nowMs - sinceMs)}: ${name}`);
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
