import { posix } from 'node:path';
import { linesIn } from '../../results/coverage/line-ranges.ts';
import type { CoverageResult, Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { testsByLine } from './tests-by-line.ts';

type CoverageFile = CoverageResult['files'][number];

/**
 * `cobertura.xml`, valid against `coverage-04.dtd`: a package for each directory, a class for each source file. Paths
 * are relative to the repository's root, which is how GitLab finds the lines of a merge request. A line's hits are the
 * number of tests that reached it. Branches are not measured.
 */
export function* coberturaPieces(results: Results, coverage: CoverageResult): Iterable<string> {
  const counts = testsByLine(results);
  const directories = new Set(coverage.files.map(({ file }) => posix.dirname(file)));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
  yield `<coverage line-rate="${rate(coverage)}" branch-rate="0" lines-covered="${coverage.reached}" `;
  yield `lines-valid="${coverage.lines}" branches-covered="0" branches-valid="0" complexity="0" `;
  yield `version="qemu-driver-test ${attribute(results.tool.version)}" timestamp="${Date.parse(results.startedAt)}">\n`;
  yield '<sources><source>.</source></sources>\n<packages>\n';
  for (const directory of directories) {
    const files = coverage.files.filter(({ file }) => posix.dirname(file) === directory);
    yield `<package name="${attribute(directory)}" ${rates(sumOf(files))}><classes>\n`;
    for (const file of files) yield classOf(file, counts);
    yield '</classes></package>\n';
  }
  yield '</packages>\n</coverage>\n';
}

function classOf(one: CoverageFile, counts: ReturnType<typeof testsByLine>): string {
  const reached = new Set([...linesIn(one.ran), ...linesIn(one.ranOnlyByFaults)]);
  const hits = (line: number): number => (reached.has(line) ? Math.max(1, counts(one.file, line)) : 0);
  const lines = linesIn(one.coverable).map((line) => `<line number="${line}" hits="${hits(line)}" branch="false"/>\n`);
  const name = attribute(posix.basename(one.file));
  return (
    `<class name="${name}" filename="${attribute(one.file)}" ${rates(one)}><methods/><lines>\n` +
    `${lines.join('')}</lines></class>\n`
  );
}

type Figures = Pick<CoverageFile, 'lines' | 'reached'>;

function sumOf(files: readonly CoverageFile[]): Figures {
  return files.reduce((sum, { lines, reached }) => ({ lines: sum.lines + lines, reached: sum.reached + reached }), {
    lines: 0,
    reached: 0,
  });
}

function rates(figures: Figures): string {
  return `line-rate="${rate(figures)}" branch-rate="0" complexity="0"`;
}

function rate({ lines, reached }: Figures): string {
  return lines === 0 ? '1' : String(Math.floor((reached / lines) * 10_000) / 10_000);
}

/** Without characters that XML cannot have. */
function attribute(text: string): string {
  return plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
