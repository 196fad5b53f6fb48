import type { CoverageResult } from '../../results/results.ts';

type Figures = Pick<CoverageResult, 'lines' | 'reached' | 'onlyByFaults'>;

/** `82 %`, rounded down, so that 100 % means all. */
export function percentOf({ lines, reached }: Figures): string {
  return lines === 0 ? '–' : `${Math.floor((100 * reached) / lines)} %`;
}

/** `213 of 269 lines (79 %), 4 of them only by faults` */
export function coverageWords(figures: Figures): string {
  const { lines, reached, onlyByFaults } = figures;
  const faults = onlyByFaults === 0 ? '' : `, ${onlyByFaults} of them only by faults`;
  return `${reached} of ${lines} lines (${percentOf(figures)})${faults}`;
}
