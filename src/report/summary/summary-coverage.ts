import type { Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { coverageWords, percentOf } from '../text/coverage-words.ts';
import { codeSpan, markdownTable } from '../text/markdown.ts';

const maxFiles = 100;
const maxReasons = 20;
const nameLength = 200;

/** Which lines of the modules ran; empty when that was not to be measured. */
export function renderCoverage({ coverage }: Results): string {
  if (coverage === undefined) return '';
  const { files, notMeasured } = coverage;
  const more = files.length - maxFiles;
  const reasons = notMeasured
    .slice(0, maxReasons)
    .map(({ cell, suite, reason }) => `- ${span(suite)} (${span(cell)}) was not measured: ${span(reason)}`);
  const rest = notMeasured.length - maxReasons;
  return [
    '## Coverage',
    ...(files.length === 0
      ? []
      : [
          `${coverageWords(coverage)} ran.`,
          markdownTable(
            ['file', 'lines', 'ran', 'only by faults', ''],
            files
              .slice(0, maxFiles)
              .map((file) => [
                span(file.file),
                String(file.lines),
                String(file.reached),
                String(file.onlyByFaults),
                percentOf(file),
              ]),
          ),
        ]),
    ...(more > 0 ? [`…and ${more} more files, in \`results.json\`.`] : []),
    ...(reasons.length === 0
      ? []
      : [[...reasons, ...(rest > 0 ? [`- and ${rest} more, in \`results.json\``] : [])].join('\n')]),
  ].join('\n\n');
}

function span(text: string): string {
  return codeSpan(cutLine(plainLine(text), nameLength));
}
