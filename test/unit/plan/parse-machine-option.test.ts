import { expect, it } from 'vitest';
import { parseMachineOption } from '../../../src/plan/parse-machine-option.ts';
import { formatPlanProblem } from '../../../src/plan/plan-problem.ts';

const example = '\n  hint: A machine is NAME=QEMU-ARGS, for example --machine "big=-m 1024 -smp 4".';

it.each([
  ['big=-m 1024 -smp 4', 'big', ['-m', '1024', '-smp', '4']],
  ["odd.name_1=-device 'edu,id=a b'", 'odd.name_1', ['-device', 'edu,id=a b']],
  ['plain=', 'plain', []],
])('reads %s', (text, name, args) => {
  expect(parseMachineOption(text)).toEqual({ kind: 'spec', spec: { name, args } });
});

it.each([
  ['small', `"small": expected a machine's name, "=" and its QEMU arguments${example}`],
  ['=-m 1', `"=-m 1": expected a name of letters, digits, ".", "_" and "-", found ""${example}`],
  ['a/b=-m 1', `"a/b=-m 1": expected a name of letters, digits, ".", "_" and "-", found "a/b"${example}`],
  ['big=m 1024', `"big=m 1024": expected QEMU arguments, which begin with "-", found "m"${example}`],
  ["big=-m '1", `"big=-m '1": a quote ' is never closed\n  hint: Close it, or put a backslash before it.`],
  [
    'big=-m 1\\',
    String.raw`"big=-m 1\\": ends in a backslash that quotes nothing` + '\n  hint: Delete it, or double it.',
  ],
])('refuses %s', (text, message) => {
  const parse = parseMachineOption(text);
  expect(parse.kind === 'problem' && formatPlanProblem(parse.problem)).toBe(message);
});
