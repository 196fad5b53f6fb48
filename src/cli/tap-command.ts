import { bounds } from '../bounds/bounds.ts';
import type { CommandHost } from '../command/command-host.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { type Ktap, parseKtap } from '../diagnose/ktap/ktap-reader.ts';
import { parseFiles } from './planned-suites.ts';

/**
 * `tap FILE…`: reads (K)TAP as programs and kernels print it. Only the beginning of an overlong text is read; `note`
 * then says so.
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
        ...asJson(parseKtap(pieces.join(''))),
        ...(isCut ? { note: `only the first ${bounds.inputTextChars} characters were read` } : {}),
      }),
    };
  });
}

/** The counts cover all tests. Only a limited number is listed; `leftOut` counts the rest. */
function asJson({ status, counts, tests, leftOut }: Ktap): Readonly<Record<string, unknown>> {
  return { status, counts, tests, ...(leftOut === 0 ? {} : { leftOut }) };
}
