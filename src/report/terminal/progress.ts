import type { RunEvent } from '../../event/event.ts';
import type { Marked } from '../text/style.ts';

/** The state of a run that has not ended. Times are milliseconds on the listener's clock. */
export interface Progress {
  /** Provisioning steps in progress, oldest first. */
  readonly steps: readonly Step[];
  /** In the order of the report. */
  readonly cells: ReadonlyMap<string, CellProgress>;
  readonly tests: number;
  /** When the first test could begin; undefined before that. */
  readonly startedAtMs: number | undefined;
  /** The last test that was not as expected. */
  readonly lastNotOk: { readonly id: string; readonly outcome: string } | undefined;
  readonly onEvent: (event: RunEvent, nowMs: number) => void;
}

export interface Step {
  readonly what: string;
  readonly activity: string;
  readonly sinceMs: number;
  /** How far it is; undefined: not known. */
  readonly detail?: string;
}

export interface CellProgress {
  readonly ended: readonly Marked[];
  /** The running tests and their start times. */
  readonly running: ReadonlyMap<string, number>;
}

interface MutableCell {
  readonly ended: Marked[];
  readonly running: Map<string, number>;
}

/** Updates the state with the run's events. */
export function createProgress(): Progress {
  let steps: readonly Step[] = [];
  const cells = new Map<string, MutableCell>();
  let tests = 0;
  let startedAtMs: number | undefined;
  let lastNotOk: Progress['lastNotOk'];
  const cellOf = (id: string): MutableCell => {
    const cell = cells.get(id) ?? { ended: [], running: new Map<string, number>() };
    cells.set(id, cell);
    return cell;
  };
  const onEvent = (event: RunEvent, nowMs: number): void => {
    switch (event.kind) {
      case 'provision-begin':
      case 'provision-step':
      case 'provision-end':
        steps = stepsAfter(steps, event, nowMs);
        break;
      case 'run-begin':
        event.cells.forEach(cellOf);
        tests = event.tests * event.repeat;
        startedAtMs = nowMs;
        break;
      case 'run-more':
        tests += event.tests;
        break;
      case 'test-begin':
        cellOf(event.cell).running.set(event.id, nowMs);
        break;
      case 'test-end':
        cellOf(event.cell).running.delete(event.id);
        cellOf(event.cell).ended.push(event);
        if (!event.ok) lastNotOk = event;
        break;
      case 'fact':
      case 'build-failed':
      case 'warning':
      case 'cancelling':
      case 'stopping':
        break;
    }
  };
  return {
    get steps() {
      return steps;
    },
    cells,
    get tests() {
      return tests;
    },
    get startedAtMs() {
      return startedAtMs;
    },
    get lastNotOk() {
      return lastNotOk;
    },
    onEvent,
  };
}

type StepEvent = Extract<RunEvent, { kind: 'provision-begin' | 'provision-step' | 'provision-end' }>;

function stepsAfter(steps: readonly Step[], event: StepEvent, nowMs: number): readonly Step[] {
  switch (event.kind) {
    case 'provision-begin':
      return [...steps, { what: event.what, activity: event.activity, sinceMs: nowMs }];
    case 'provision-step':
      return steps.map((step) => (step.what === event.what ? { ...step, detail: event.detail } : step));
    case 'provision-end':
      return steps.toSpliced(indexOrEnd(steps, event.what), 1);
  }
}

function indexOrEnd(steps: readonly Step[], what: string): number {
  const index = steps.findIndex((step) => step.what === what);
  return index < 0 ? steps.length : index;
}
