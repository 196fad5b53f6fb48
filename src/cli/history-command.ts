import { relative, resolve } from 'node:path';
import { keepHistory } from '../app/keep-history.ts';
import { findOrigin } from '../app/run-origin.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { environmentVariable } from '../host/environment.ts';
import { plainLine } from '../text/escape-text.ts';

/** `history DIR… --out SITE`: exits with 0 when the page was made, whatever the results are. */
export async function historyCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const out = args.value('out');
  if (args.operands.length === 0)
    throw new UsageError('history needs directories: with the results of runs, or with an earlier history.');
  if (out === undefined) throw new UsageError('history needs --out SITE, the directory for the page.');
  const inPlace = (name: string): { name: string; directory: string } => ({ name, directory: resolve(host.cwd, name) });
  const site = inPlace(out);
  const { runs, added, commits, verdict, problems } = await keepHistory({
    from: [...new Set(args.operands)].map(inPlace),
    site,
    findOrigin: () =>
      findOrigin({
        commit: args.value('commit'),
        branch: args.value('branch'),
        variable: environmentVariable,
        cwd: host.cwd,
      }),
    version: host.installation.version,
  });
  for (const problem of problems) host.complain(`left out: ${plainLine(problem)}\n`);
  host.write(
    `${plainLine(verdict)}\n${relative(host.cwd, site.directory) || '.'}/index.html: ` +
      `${counted(runs, 'run')} of ${counted(commits, 'commit')}, ${added} new\n`,
  );
  return 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
