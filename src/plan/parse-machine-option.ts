import { splitShellWords } from '../suite/shell-words.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';
import type { MachineShape } from './plan.ts';

const example = 'A machine is NAME=QEMU-ARGS, for example --machine "big=-m 1024 -smp 4".';

/** `NAME=QEMU-ARGS`; the arguments are shell-quoted. */
export function parseMachineOption(text: string): SpecParse<MachineShape> {
  const [, name, quotedArgs] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || quotedArgs === undefined)
    return specProblem(`${JSON.stringify(text)}: expected a machine's name, "=" and its QEMU arguments`, example);
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    return specProblem(
      `${JSON.stringify(text)}: expected a name of letters, digits, ".", "_" and "-", found ${JSON.stringify(name)}`,
      example,
    );
  }
  const parsed = splitShellWords(quotedArgs);
  if (parsed.kind === 'unbalanced-quote')
    return specProblem(
      `${JSON.stringify(text)}: a quote ${parsed.quote} is never closed`,
      'Close it, or put a backslash before it.',
    );
  if (parsed.kind === 'trailing-backslash')
    return specProblem(`${JSON.stringify(text)}: ends in a backslash that quotes nothing`, 'Delete it, or double it.');
  const [first] = parsed.words;
  if (first !== undefined && !first.startsWith('-'))
    return specProblem(
      `${JSON.stringify(text)}: expected QEMU arguments, which begin with "-", found ${JSON.stringify(first)}`,
      example,
    );
  return { kind: 'spec', spec: { name, args: parsed.words } };
}
