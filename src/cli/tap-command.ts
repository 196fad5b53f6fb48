import { parseKtap, type Ktap } from '../diagnose/ktap/parse-ktap.ts';
import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { parseFiles } from './parse-files.ts';

/** `tap FILE…`: (K)TAP as programs and kernels print it. */
export function tapCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  return parseFiles(args, host, () => {
    const pieces: string[] = [];
    return { push: (text) => void pieces.push(text), end: () => told(parseKtap(pieces.join(''))) };
  });
}

/** Counts are over all tests; of very many only some are listed, and it is said how many are not. */
function told({ status, counts, tests, leftOut }: Ktap): Readonly<Record<string, unknown>> {
  return { status, counts, tests, ...(leftOut === 0 ? {} : { leftOut }) };
}
