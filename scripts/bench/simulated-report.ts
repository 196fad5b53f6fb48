// Turns the record of a run into one of many tests, and reports the peak memory of rendering its reports: node --import
// ./bundled-text-hook.mjs simulated-report.ts RESULTS TESTS DIRECTORY [REPEAT]
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { logReader, reportRecord } from '../../src/app/results-directory.ts';
import { keepHeapSmall } from '../../src/host/resources.ts';
import { type AttemptEntry, type HeaderEntry, recordName } from '../../src/record/entries.ts';
import { renderFinal } from '../../src/report/terminal/final.ts';

const [from = '', tests = '10000', directory = '', repeat = '1'] = process.argv.slice(2);
keepHeapSmall();
writeRecord();
const begunMs = performance.now();
tell('with a record of that size');
const { results } = reportRecord({ directory, name: directory, unwritten: [] }, (event) => {
  if (event.kind === 'warning') throw new Error(event.message);
});
tell('when its reports were written');
const text = renderFinal(results, { color: false, columns: 100, resultsDirectory: '.', readLog: logReader(directory) });
tell(`when ${text.length} characters were shown`);

/** Writes line by line, because the reader's memory is measured. */
function writeRecord(): void {
  const lines = readFileSync(join(from, recordName), 'utf8').split('\n').slice(0, -1);
  const header = JSON.parse(lines[0] ?? '') as HeaderEntry;
  const attempts = lines.filter((line) => line.startsWith('{"entry":"attempt"'));
  const others = lines.slice(1).filter((line) => !attempts.includes(line));
  const planned = Array.from({ length: Number(tests) }, (_, index) => ({
    ...header.tests[index % header.tests.length],
    id: `simulated/test-${index}`,
  }));
  mkdirSync(directory, { recursive: true });
  const file = openSync(join(directory, recordName), 'w');
  const write = (line: string): void => void writeSync(file, `${line}\n`);
  write(JSON.stringify({ ...header, repeat: Number(repeat), tests: planned }));
  for (const line of others.slice(0, -1)) write(line);
  for (const index of planned.keys()) {
    const attempt = JSON.parse(attempts[index % attempts.length] ?? '') as AttemptEntry;
    for (let number = 1; number <= Number(repeat); number++)
      write(JSON.stringify({ ...attempt, test: index, attempt: number }));
  }
  write(others.at(-1) ?? '');
  closeSync(file);
}

function tell(when: string): void {
  const seconds = (performance.now() - begunMs) / 1000;
  process.stdout.write(
    `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most ${when}, ${seconds.toFixed(1)} s\n`,
  );
}
