import { relative, resolve } from 'node:path';
import { mergeDirectories } from '../app/merge-directories.ts';
import { logReader } from '../app/results-directory.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { plainLine } from '../text/escape-text.ts';
import { expectedJobs } from './matrix-file.ts';

/** `merge DIR… --out DIR`. The exit status is that of one run of all shards, and never 0 when results are missing. */
export async function mergeCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const out = args.value('out');
  const matrix = args.value('matrix');
  if (args.operands.length === 0)
    throw new UsageError('merge needs the directories that hold the results of the shards.');
  if (out === undefined) throw new UsageError('merge needs --out DIR, the directory for the merged results.');
  const { results, leftOut } = await mergeDirectories({
    from: [...new Set(args.operands)].map((name) => ({ name, directory: resolve(host.cwd, name) })),
    outDirectory: resolve(host.cwd, out),
    expected: matrix === undefined ? [] : expectedJobs(resolve(host.cwd, matrix), matrix),
  });
  const outDirectory = resolve(host.cwd, out);
  host.write(
    renderFinal(results, {
      color: host.color,
      columns: host.columns(),
      resultsDirectory: relative(host.cwd, outDirectory) || '.',
      readLog: logReader(outDirectory),
    }),
  );
  for (const what of results.merged?.missing ?? []) host.complain(`missing: ${plainLine(what)}\n`);
  for (const note of results.merged?.notes ?? []) host.complain(`note: ${plainLine(note)}\n`);
  for (const what of leftOut) host.complain(`not copied: ${plainLine(what)}\n`);
  return results.exitStatus;
}
