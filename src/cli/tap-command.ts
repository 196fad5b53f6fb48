import { bounds } from '../bounds/bounds.ts';
import type { CommandHost } from '../command/command-host.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { type Ktap, parseKtap } from '../diagnose/ktap/ktap-reader.ts';
import { parseFiles } from './planned-suites.ts';

/**
 * `tap FILE…`: (K)TAP as programs and kernels print it. Of a text that is longer than any of theirs the beginning
 * counts, and `note` says so.
 */
export function tapCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  return parseFiles(args, host, () => {
    const pieces: string[] = [];
    let room = bounds.inputTextChars;
    let isCut = false;
    const push = (text: string): void => {
      pieces.push(text.slice(0, room));
      isCut ||= text.length > room;
      room = Math.max(0, room - text.length);
    };
    return {
      push,
      end: () => ({
        ...told(parseKtap(pieces.join(''))),
        ...(isCut ? { note: `only the first ${bounds.inputTextChars} characters were read` } : {}),
      }),
    };
  });
}

/** Counts are over all tests; of very many only some are listed, and it is said how many are not. */
function told({ status, counts, tests, leftOut }: Ktap): Readonly<Record<string, unknown>> {
  return { status, counts, tests, ...(leftOut === 0 ? {} : { leftOut }) };
}
