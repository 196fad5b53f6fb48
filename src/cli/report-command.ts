import { dirname, relative, resolve } from 'node:path';
import { readResults } from '../app/merge-directories.ts';
import { logReader } from '../app/results-directory.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { oneOf } from '../command/run-options.ts';
import { makeParent, writePieces } from '../host/files/file-changes.ts';
import { htmlPieces } from '../report/html/render-html.ts';
import { renderJunit } from '../report/junit/junit.ts';
import { renderSummary } from '../report/summary/summary.ts';
import { tapPieces } from '../report/tap/tap.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { jsonPieces } from '../results/json.ts';
import type { Results } from '../results/results.ts';

const formats = ['terminal', 'json', 'tap', 'junit', 'summary', 'html'] as const;
type Format = (typeof formats)[number];

/**
 * `report DIR --format …`: exits with 0 when the report was made, whatever the results are, but with 1 when the run was
 * interrupted.
 */
export function reportCommand(args: ParsedArguments, host: CommandHost): number {
  const [name, ...more] = args.operands;
  if (name === undefined || more.length > 0)
    throw new UsageError('report takes one directory with results. Use merge to put several together.');
  const format = oneOf('--format', formats, args.value('format')) ?? 'terminal';
  const { parsed } = readResults(resolve(host.cwd, name), name);
  if (parsed.kind === 'problem') throw new UsageError(parsed.message);
  const out = args.value('out');
  const file = out === undefined ? undefined : resolve(host.cwd, out);
  const pieces = render(parsed.results, format, { directory: resolve(host.cwd, name), file, host });
  if (file === undefined) for (const piece of pieces) host.write(piece);
  else writeReport(file, pieces);
  return parsed.results.interrupted === undefined ? 0 : parsed.results.exitStatus;
}

function writeReport(file: string, pieces: Iterable<string>): void {
  makeParent(file);
  writePieces(file, pieces);
}

interface Place {
  /** The directory with the results. */
  readonly directory: string;
  /** The file to write; undefined: standard output. */
  readonly file: string | undefined;
  readonly host: CommandHost;
}

function render(results: Results, format: Format, { directory, file, host }: Place): Iterable<string> {
  switch (format) {
    case 'terminal':
      return [
        renderFinal(results, {
          color: host.color && file === undefined,
          columns: file === undefined ? host.columns() : 100,
          resultsDirectory: relative(host.cwd, directory) || '.',
          readLog: logReader(directory),
        }),
      ];
    case 'json':
      return jsonPieces(results);
    case 'tap':
      return tapPieces(results);
    case 'junit':
      return [renderJunit(results)];
    case 'summary':
      return [renderSummary(results, { readLog: logReader(directory) })];
    case 'html':
      return htmlPieces(results, {
        readLog: logReader(directory),
        filesAt: relative(file === undefined ? host.cwd : dirname(file), directory),
      });
  }
}
