import { expect, it } from 'vitest';
import { parseSuiteSpecs } from '../../../src/plan/suite-specs.ts';
import { formatProblem } from '../../../src/suite/suite-problem.ts';
import { kernel, qemu, suite } from './plan-request.ts';

it('leaves open what the suite leaves open', () => {
  expect(parseSuiteSpecs(suite('/work/edu', ['t']))).toEqual({ kernel: undefined, qemu: undefined, problems: [] });
});

it('reads what the suite says', () => {
  const specs = parseSuiteSpecs(suite('/work/edu', ['t'], { kernel: '/work/bzImage,modules=/work/lib', qemu: 'host' }));
  expect(specs).toEqual({ kernel: kernel('/work/bzImage,modules=/work/lib'), qemu: qemu('host'), problems: [] });
});

it('puts its problems where the author wrote the specs', () => {
  const { problems } = parseSuiteSpecs(suite('/work/edu', ['t'], { kernel: 'Debian:6.1', qemu: 'Debian:trixie' }));
  expect(problems.map((problem) => formatProblem(problem, '/work', { path: String, words: String }))).toEqual([
    'edu/info/kernel:1: Debian:6.1: expected a distribution in lower case, found Debian\n  hint: Did you ' +
      'mean debian:6.1?',
    'edu/info/qemu:1: Debian:trixie: expected a distribution and a suite in lower case\n  hint: Did you mean ' +
      'debian:trixie?',
  ]);
});
