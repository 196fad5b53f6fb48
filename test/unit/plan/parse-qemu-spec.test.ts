import { expect, it } from 'vitest';
import { formatPlanProblem } from '../../../src/plan/plan-problem.ts';
import { parseQemuSpec } from '../../../src/plan/qemu-spec.ts';

const accepted =
  '\n  hint: A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie or ' +
  'ubuntu:26.04, or a path with a slash in it.';

it.each([
  ['default', { kind: 'default', text: 'default' }],
  ['ubuntu:26.04', { kind: 'distribution', text: 'ubuntu:26.04', distribution: 'ubuntu', suite: '26.04' }],
  ['debian:trixie', { kind: 'distribution', text: 'debian:trixie', distribution: 'debian', suite: 'trixie' }],
  ['host', { kind: 'host', text: 'host' }],
  ['./qemu-system-x86_64', { kind: 'path', text: './qemu-system-x86_64', path: '/work/qemu-system-x86_64' }],
  ['/opt/qemu/bin/qemu', { kind: 'path', text: '/opt/qemu/bin/qemu', path: '/opt/qemu/bin/qemu' }],
  ['./debian:trixie', { kind: 'path', text: './debian:trixie', path: '/work/debian:trixie' }],
])('reads %s', (text, spec) => {
  expect(parseQemuSpec(text, '/work')).toEqual({ kind: 'spec', spec });
});

it.each([
  [' ', `expected a QEMU, found nothing${accepted}`],
  ['hots', 'hots: expected a QEMU\n  hint: Did you mean host?'],
  [
    'qemu-system-x86_64',
    `qemu-system-x86_64: expected a QEMU${accepted} Write ./qemu-system-x86_64 for a file of that name.`,
  ],
  [
    'Debian:Trixie',
    'Debian:Trixie: expected a distribution and a suite in lower case\n  hint: Did you mean debian:trixie?',
  ],
  ['debian:', `debian:: expected the name of a suite such as trixie after debian:, found ""${accepted}`],
])('refuses %j', (text, message) => {
  const parse = parseQemuSpec(text, '/work');
  expect(parse.kind === 'problem' && formatPlanProblem(parse.problem)).toBe(message);
});
