import { relative, resolve } from 'node:path';
import { initSuite } from '../app/init-suite.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { plainLine } from '../text/escape-text.ts';
import { shellJoin } from '../text/shell-quote.ts';

/** `init DIR`: writes a suite to start from, and says what to do next. @throws UsageError @throws RunRefused */
export function initCommand(args: ParsedArguments, { cwd, invocation, write }: CommandHost): number {
  const [operand, ...others] = args.operands;
  if (operand === undefined || others.length > 0)
    throw new UsageError('Name one directory: that of a driver, or a new one for the suite.');
  const { directory, files, modules } = initSuite(resolve(cwd, operand));
  const shown = (path: string): string => relative(cwd, path) || '.';
  const words = [...invocation, 'run', shown(directory)];
  const lines = [
    `A suite with one test is in ${shown(directory)}: ${files.join(', ')}`,
    modules === undefined
      ? 'No sources of a module were found: name their directory in info/modules.'
      : `It builds the modules of ${shown(modules)}, and its test loads them.`,
    `Run it: ${shellJoin(words)}`,
  ];
  write(lines.map((line) => `${plainLine(line)}\n`).join(''));
  return 0;
}
