import type { Results } from '../../results/results.ts';
import { defuseCommands } from '../../text/escape-text.ts';
import { wrapWords } from '../../text/text-width.ts';
import { damageWords, notRunNames } from '../text/interrupted.ts';
import { createStyle } from '../text/style.ts';
import { verdictLine } from '../text/verdict-line.ts';
import { cellRows } from './final-cells.ts';
import { coverageBlock } from './final-coverage.ts';
import { hardwareBlocks } from './final-devices.ts';
import { failureBlocks } from './final-failures.ts';
import { skippedBlock } from './final-skipped.ts';

export interface FinalOptions {
  readonly color: boolean;
  readonly columns: number;
  /** The results directory as a path that the reader can use. Console paths begin with it. */
  readonly resultsDirectory: string;
  /** The text of a log, by its path in the results; undefined when it does not exist. */
  readonly readLog: (path: string) => string | undefined;
}

/**
 * The end of a run on one screen: cells, each distinct failure with its evidence and the command to reproduce it, the
 * verdict last.
 */
export function renderFinal(results: Results, options: FinalOptions): string {
  const look = {
    style: createStyle(options.color),
    columns: Math.max(40, options.columns),
    directory: options.resultsDirectory,
    readLog: options.readLog,
  };
  const { style } = look;
  const verdict = style.bold(
    results.exitStatus === 0 ? style.green(verdictLine(results)) : style.red(verdictLine(results)),
  );
  const parts = [
    cellRows(results, look).join('\n'),
    ...failureBlocks(results, look),
    ...hardwareBlocks(results, look),
    ...coverageBlock(results, look),
    ...skippedBlock(results, look.columns),
    ...notRunBlock(results, look.columns),
    damageWords(results, maxDamage).join('\n'),
    verdict,
  ];
  return `${defuseCommands(parts.filter((part) => part !== '').join('\n\n'))}\n`;
}

const maxNotRun = 40;
const maxDamage = 5;

/** The tests that were not run, by name. */
function notRunBlock(results: Results, columns: number): readonly string[] {
  const { names, more } = notRunNames(results, maxNotRun);
  if (names.length === 0) return [];
  const text = `not run: ${names.join(', ')}${more > 0 ? ` and ${more} more, in results.json` : ''}`;
  return [wrapWords(text, columns).join('\n')];
}
