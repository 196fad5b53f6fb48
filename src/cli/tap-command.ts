import { parseKtap } from '../diagnose/ktap/parse-ktap.ts';
import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { parseFiles } from './parse-files.ts';

/** `tap FILE…`: (K)TAP as programs and kernels print it. */
export function tapCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  return parseFiles(args, host, () => {
    const pieces: string[] = [];
    return { push: (text) => void pieces.push(text), end: () => ({ ...parseKtap(pieces.join('')) }) };
  });
}
