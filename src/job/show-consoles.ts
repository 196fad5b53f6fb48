import { readTailInside } from '../host/files/read-inside.ts';
import { distinctFailures } from '../results/distinct-failures.ts';
import type { Results } from '../results/results.ts';
import { plainText } from '../text/escape-text.ts';
import type { JobOutput } from './job-output.ts';

const consoleTailBytes = 64 * 1024;
const maxConsoles = 10;
const maxLines = 100;

/** Reads the end of a console by its path in the results. The path may come from another job, so it is not trusted. */
export function tailReader(outDirectory: string): (path: string) => string | undefined {
  return (path) => readTailInside(outDirectory, path, consoleTailBytes);
}

/** Prints the ends of consoles for readers who do not open the artifact. */
export function showConsoles(results: Results, outDirectory: string, output: Omit<JobOutput, 'warn'>): void {
  for (const { test, console } of distinctFailures(results).slice(0, maxConsoles)) {
    if (console === undefined) continue;
    const tail = tailReader(outDirectory)(console);
    if (tail === undefined || tail.trim() === '') continue;
    output.beginFold(`console of ${test.id} in ${test.cell}, last lines`);
    output.text(plainText(tail).split('\n').slice(-maxLines).join('\n'));
    output.endFold();
  }
}
