import { resolve } from 'node:path';
import { rejudge } from '../app/rejudge.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { type BugFinder, createBugFinder } from '../diagnose/find-bugs.ts';
import { JudgeThreads } from '../engine/judging/judge-threads.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { RecordDamaged } from '../record/entry-text.ts';
import { hasRecord } from '../record/read-record.ts';
import { parseFiles } from './planned-suites.ts';

/**
 * `diagnose FILE…` reads console logs of any origin; memory is bounded by the findings. `diagnose DIR` judges a kept
 * run again.
 */
export async function diagnoseCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const directories = args.operands.filter((name) => kindOfFile(resolve(host.cwd, name)) === 'directory');
  if (directories.length === 0) return await diagnoseFiles(args, host);
  if (directories.length < args.operands.length)
    throw new UsageError('diagnose takes console logs or directories with results, not both.');
  for (const name of directories) await judgeAgain(name, host);
  return 0;
}

function diagnoseFiles(args: ParsedArguments, host: CommandHost): Promise<number> {
  return parseFiles(args, host, () => {
    const finder = createBugFinder();
    return { push: (text) => finder.push(text), end: () => asJson(finder) };
  });
}

/** Only a limited number of findings is listed; `leftOut` counts the rest. */
function asJson(finder: BugFinder): Readonly<Record<string, unknown>> {
  const findings = finder.end();
  return { findings, ...(finder.leftOut() === 0 ? {} : { leftOut: finder.leftOut() }) };
}

/** Prints one JSON object per attempt on standard output, and the number of changed verdicts on standard error. */
async function judgeAgain(name: string, host: CommandHost): Promise<void> {
  const directory = resolve(host.cwd, name);
  if (!hasRecord(directory))
    throw new UsageError(
      `${name}: expected a console log, or a directory with the results of a run, found no record.jsonl in it.`,
    );
  using judge = new JudgeThreads(host.installation.judgeProgram);
  let all = 0;
  let changed = 0;
  try {
    for await (const rejudged of rejudge({ directory, name, judge })) {
      all++;
      if (rejudged.changed) changed++;
      host.write(`${JSON.stringify(rejudged)}\n`);
    }
  } catch (error) {
    if (error instanceof RecordDamaged) throw new UsageError(error.message);
    throw error;
  }
  host.complain(`${name}: ${changed} of ${all} verdicts changed\n`);
}
