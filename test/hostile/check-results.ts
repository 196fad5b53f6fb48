import type { Annotation } from '../../src/action/annotation.ts';
import { annotated } from '../step-runner/captured.ts';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failureAnnotations, missingAnnotations } from '../../src/action/failure-annotations.ts';
import { isFailure } from '../../src/job/fail-on.ts';
import { RunRefused } from '../../src/app/load-suites.ts';
import { sha256Of } from '../../src/host/files/file-digest.ts';
import { mergeDirectories, readResults } from '../../src/app/merge-directories.ts';
import { logReader, writeResults } from '../../src/app/results-directory.ts';
import { failureIssues, renderCodeQuality } from '../../src/report/code-quality/code-quality.ts';
import { htmlPieces } from '../../src/report/html/render-html.ts';
import { renderJunit } from '../../src/report/junit/junit.ts';
import { renderSummary } from '../../src/report/summary/summary.ts';
import { tapPieces } from '../../src/report/tap/tap.ts';
import { renderFinal } from '../../src/report/terminal/final.ts';
import { jsonPieces } from '../../src/results/json.ts';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results } from '../../src/results/results.ts';
import { cell, results, test } from '../unit/report/sample-results.ts';
import { harmTo, leaksIn, type Scratch, secret } from './scratch.ts';

/** Files of a run, with links to the outside from a hostile job. */
export function layFiles({ inside, secretFile }: Scratch, cellDirectory: string): void {
  const files = {
    [`${cellDirectory}/edu/probe/console.log`]: '[    0.000000] Linux version 6.12\n',
    [`${cellDirectory}/edu/probe/timeline.jsonl`]: '{"atMs":1,"source":"console","text":"x"}\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(inside, path)), { recursive: true });
    writeFileSync(join(inside, path), text);
  }
  symlinkSync(secretFile, join(inside, 'linked'));
  symlinkSync('../../secret.txt', join(inside, cellDirectory, 'linked'));
  symlinkSync('../..', join(inside, cellDirectory, 'edu/out'));
}

/** Applies every operation on results to a directory. Undefined: no problem. */
export async function wrongWithResults(scratch: Scratch): Promise<string | undefined> {
  const { parsed } = readResults(scratch.inside, 'results');
  if (parsed.kind === 'problem')
    return parsed.message === '' || parsed.message.includes('Internal error') || parsed.message.length > 5000
      ? `a problem in the words ${parsed.message.slice(0, 2000)}`
      : undefined;
  return wrongWithReports(parsed.results, scratch) ?? (await wrongWhenMerged(scratch));
}

/** The limits of readers: GitHub's summary has 1 MiB; the page notes what it left out. */
const mostChars = {
  junit: 35_000_000,
  gitlabJunit: 35_000_000,
  codeQuality: 5_000_000,
  summary: 1024 * 1024,
  html: 12_000_000,
  final: 5_000_000,
  tap: 40_000_000,
  json: 300_000_000,
} as const;

function wrongWithReports(of: Results, { inside }: Scratch): string | undefined {
  const readLog = logReader(inside);
  const reports: Readonly<Record<keyof typeof mostChars, string>> = {
    junit: renderJunit(of),
    gitlabJunit: renderJunit(of, { caseNames: 'test-and-cell', attachment: () => 'attached' }),
    codeQuality: renderCodeQuality(failureIssues(of, { source: (_, file) => file, run: (id) => id }, sha256Of)),
    summary: renderSummary(of, { readLog }),
    html: [...htmlPieces(of, { readLog, filesAt: '' })].join(''),
    final: renderFinal(of, { color: true, columns: 80, resultsDirectory: 'results', readLog }),
    tap: [...tapPieces(of)].join(''),
    json: [...jsonPieces(of)].join(''),
  };
  for (const [name, text] of Object.entries(reports)) {
    if (text.includes(secret)) return `${name} shows a file of the outside`;
    if (text.length > mostChars[name as keyof typeof mostChars]) return `${name} has ${text.length} characters`;
  }
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(reports.junit)) return 'junit.xml has a character that XML has not';
  const attached = reports.gitlabJunit.split('[[ATTACHMENT|').length - 1;
  if (attached !== reports.gitlabJunit.split('[[ATTACHMENT|attached]]').length - 1) return 'a forged attachment';
  const annotations = [
    ...missingAnnotations(of),
    ...failureAnnotations(of, { source: () => undefined, run: () => undefined }),
  ];
  if (isMoreThanOneLineEach(annotations)) return 'an annotation of two lines';
  isFailure({ kind: 'not-ok' }, of);
  const back = parseResults(reports.json);
  return back.kind === 'problem' ? `what was written cannot be read back: ${back.message.slice(0, 500)}` : undefined;
}

/** The runner scans every line for commands. */
function isMoreThanOneLineEach(annotations: readonly Annotation[]): boolean {
  return annotated(annotations).split(/[\r\n]/).length !== annotations.length + 1;
}

async function wrongWhenMerged(scratch: Scratch): Promise<string | undefined> {
  const [good, out] = [join(scratch.path, 'good'), join(scratch.path, 'merged')];
  const place = cell('debian:6.1', 'other');
  mkdirSync(good);
  const problems = writeResults(good, results([place], [test('edu/good', place.id)]));
  if (problems.length > 0) return problems.join('; ');
  try {
    const merged = await mergeDirectories({
      from: [
        { name: 'good', directory: good },
        { name: 'bad', directory: scratch.inside },
      ],
      outDirectory: out,
      expected: [],
    });
    if (!merged.results.tests.some(({ id }) => id === 'edu/good')) return 'a good part was lost in a merge';
  } catch (error) {
    if (error instanceof RunRefused) return harmTo(scratch, ['good', 'merged']);
    throw error;
  }
  const [leak] = leaksIn(out);
  return leak === undefined
    ? (wrongWithMerged(out) ?? harmTo(scratch, ['good', 'merged']))
    : `a merge put a file of the outside into ${leak}`;
}

function wrongWithMerged(out: string): string | undefined {
  const { parsed } = readResults(out, 'merged');
  return parsed.kind === 'problem' ? `merged results cannot be read: ${parsed.message.slice(0, 500)}` : undefined;
}
