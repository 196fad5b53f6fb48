import type { CoverageResult, TestResult } from '../results.ts';
import { formatLines, linesIn } from './line-ranges.ts';

type CoverageFile = CoverageResult['files'][number];
type NotMeasured = CoverageResult['notMeasured'][number];
type FileLines = NonNullable<TestResult['coverage']>[number];

interface FileSum {
  readonly coverable: Set<number>;
  readonly plain: Set<number>;
  readonly withFaults: Set<number>;
  source: string | undefined;
}

/** Adds up which lines can run, and which did. */
export class CoverageSum {
  readonly #files = new Map<string, FileSum>();
  readonly #notMeasured = new Map<string, NotMeasured>();

  /** The lines of the modules of one build. Kernels differ in which lines have code. */
  addCoverable({ file, coverable, source }: Pick<CoverageFile, 'file' | 'coverable' | 'source'>): void {
    const sum = this.#files.get(file) ?? emptySum();
    this.#files.set(file, sum);
    for (const line of linesIn(coverable)) sum.coverable.add(line);
    sum.source ??= source;
  }

  addNotMeasured(one: NotMeasured): void {
    this.#notMeasured.set(JSON.stringify([one.cell, one.suite]), one);
  }

  /** What ran in one machine. A line that no build has is ignored. */
  addReached(files: readonly FileLines[], hasFaults: boolean): void {
    for (const { file, lines } of files) {
      const sum = this.#files.get(file);
      if (sum === undefined) continue;
      const reached = hasFaults ? sum.withFaults : sum.plain;
      for (const line of linesIn(lines)) if (sum.coverable.has(line)) reached.add(line);
    }
  }

  /** The coverage of other results. */
  add({ files, notMeasured }: CoverageResult): void {
    for (const one of files) {
      this.addCoverable(one);
      this.addReached([{ file: one.file, lines: one.ran }], false);
      this.addReached([{ file: one.file, lines: one.ranOnlyByFaults }], true);
    }
    for (const one of notMeasured) this.addNotMeasured(one);
  }

  /** Undefined: nothing was to be measured. */
  result(): CoverageResult | undefined {
    if (this.#files.size + this.#notMeasured.size === 0) return undefined;
    const files = [...this.#files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, sum]): CoverageFile => describe(file, sum));
    const total = (key: 'lines' | 'reached' | 'onlyByFaults'): number => files.reduce((sum, one) => sum + one[key], 0);
    return {
      lines: total('lines'),
      reached: total('reached'),
      onlyByFaults: total('onlyByFaults'),
      files,
      notMeasured: [...this.#notMeasured.values()],
    };
  }
}

function emptySum(): FileSum {
  return { coverable: new Set(), plain: new Set(), withFaults: new Set(), source: undefined };
}

function describe(file: string, { coverable, plain, withFaults, source }: FileSum): CoverageFile {
  const onlyByFaults = [...withFaults].filter((line) => !plain.has(line));
  return {
    file,
    coverable: formatLines(coverable),
    ...(source === undefined ? {} : { source }),
    lines: coverable.size,
    reached: plain.size + onlyByFaults.length,
    onlyByFaults: onlyByFaults.length,
    ran: formatLines(plain),
    ranOnlyByFaults: formatLines(onlyByFaults),
  };
}

/** The coverage of several results together; undefined: none of them has any. */
export function mergeCoverage(parts: readonly CoverageResult[]): CoverageResult | undefined {
  const sum = new CoverageSum();
  for (const part of parts) sum.add(part);
  return sum.result();
}

/** Whether a fault fired in a test's machine: what ran there may be the path of an error. */
export function hasFiredFaults(
  devices: readonly { readonly faults: readonly { readonly fired: number }[] }[],
): boolean {
  return devices.some(({ faults }) => faults.some(({ fired }) => fired > 0));
}
