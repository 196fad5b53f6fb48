import { relative } from 'node:path';
import { logReader } from '../app/results-directory.ts';
import { runSuites, type SuitesRun } from '../app/run-suites.ts';
import type { CommandHost } from '../command/command-host.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { createTerminalReporter, type TerminalReporter } from '../report/terminal/terminal.ts';
import type { Results } from '../results/results.ts';

const tickMs = 250;

export interface ReporterChoices {
  readonly write: (text: string) => void;
  /** Whether lines may be rewritten in place. */
  readonly isTty: boolean;
  readonly verbose: boolean;
}

/** The progress of a run. Its `close` may be called more than once. */
export function startReporter({ write, isTty, verbose }: ReporterChoices, host: CommandHost): TerminalReporter {
  const now = (): number => performance.now();
  const { columns, color } = host;
  const reporter = createTerminalReporter({ write, columns, isTty, color, now, verbose });
  const ticking = setInterval(reporter.tick, tickMs);
  return {
    ...reporter,
    close: () => {
      clearInterval(ticking);
      reporter.close();
    },
  };
}

/** Shows a line of the header only where it differs from the `known` one of the same topic. */
export function withoutKnownFacts(reporter: TerminalReporter, known: Map<string, string>): TerminalReporter {
  return {
    ...reporter,
    onEvent: (event) => {
      const isKnown = event.kind === 'fact' && known.get(event.topic) === event.text;
      if (event.kind === 'fact') known.set(event.topic, event.text);
      if (!isKnown) reporter.onEvent(event);
    },
  };
}

export type TerminalRun = Omit<SuitesRun, 'cwd' | 'installation' | 'listener'>;

/** Runs suites and shows their progress. @throws what `runSuites` throws */
export async function runWithReporter(
  run: TerminalRun,
  reporter: TerminalReporter,
  { cwd, installation }: CommandHost,
): Promise<Results> {
  try {
    return await runSuites({ ...run, cwd, installation, listener: reporter.onEvent });
  } finally {
    reporter.close();
  }
}

/** The end of a run, for the terminal. */
export function finalText(results: Results, outDirectory: string, { color, columns, cwd }: CommandHost): string {
  return renderFinal(results, {
    color,
    columns: columns(),
    resultsDirectory: relative(cwd, outDirectory) || '.',
    readLog: logReader(outDirectory),
  });
}
