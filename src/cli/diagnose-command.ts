import { createBugFinder } from '../diagnose/find-bugs.ts';
import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { parseFiles } from './parse-files.ts';

/** `diagnose FILE…`: console logs of any origin, in memory bounded by what they report. */
export function diagnoseCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  return parseFiles(args, host, () => {
    const finder = createBugFinder();
    return { push: (text) => finder.push(text), end: () => ({ findings: finder.end() }) };
  });
}
