import { describe, expect, it } from 'vitest';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { formatPlanProblem } from '../../../src/plan/plan-problem.ts';
import { kernel, machine, planOf, suite } from './plan-request.ts';

const flavours =
  'The flavours are kasan, kcsan, lockdep, kmemleak, ubsan, dma-debug, fault-injection, gcov, plain, debug.';

function problemOf(text: string): string {
  const parsed = parseKernelSpec(text, '/work');
  return parsed.kind === 'problem' ? formatPlanProblem(parsed.problem) : `none, but ${JSON.stringify(parsed.spec)}`;
}

describe('a kernel from source', () => {
  it.each([
    ['debian:6.12+kasan', ['kasan']],
    ['debian:6.12+lockdep+kasan+lockdep', ['kasan', 'lockdep']],
    ['debian:6.12+plain', []],
    ['debian:newest+kasan', ['kasan']],
    ['debian:trixie-backports+ubsan', ['ubsan']],
    ['debian:6.12+debug', ['kasan', 'lockdep', 'kmemleak', 'ubsan', 'dma-debug', 'fault-injection']],
  ])('%s is built of a source package', (text, expected) => {
    expect(parseKernelSpec(text, '/work')).toEqual({
      kind: 'spec',
      spec: {
        kind: 'source',
        text,
        source: { kind: 'package', distribution: 'debian', series: /:([^+]+)/.exec(text)?.[1] },
        flavours: expected,
      },
    });
  });

  it.each([
    ['tree:linux', '/work/linux', undefined, []],
    ['tree:../linux+kasan+ubsan', '/linux', undefined, ['kasan', 'ubsan']],
    ['tree:/src/linux+lockdep#config=my.config', '/src/linux', '/work/my.config', ['lockdep']],
    ['tree:/src/linux#config=/etc/config', '/src/linux', '/etc/config', []],
    ['tree:linux+mine/', '/work/linux+mine', undefined, []],
    ['tree:linux+mine/+kasan', '/work/linux+mine', undefined, ['kasan']],
  ])('%s is built of a checkout', (text, path, config, expected) => {
    expect(parseKernelSpec(text, '/work')).toEqual({
      kind: 'spec',
      spec: { kind: 'source', text, source: { kind: 'tree', path, config }, flavours: expected },
    });
  });

  it.each([
    [
      'debian:6.12+kasn',
      `debian:6.12+kasn: expected a flavour after +, found "kasn"\n  hint: Did you mean +kasan? ${flavours}`,
    ],
    ['debian:6.12+', `debian:6.12+: expected a flavour after +, found nothing\n  hint: ${flavours}`],
    [
      'debian:6.12+kasan+kcsan',
      'debian:6.12+kasan+kcsan: a kernel has either kasan or kcsan, not both\n' +
        '  hint: Test with two kernels: give --kernel twice.',
    ],
    [
      'debian:6.12-rt+kasan',
      'debian:6.12-rt+kasan: expected a series such as 6.12 before +, found "6.12-rt"\n' +
        '  hint: A kernel that is built from source has a configuration of its own. Did you mean debian:6.12+kasan?',
    ],
    [
      'debian:6.12.5+kasan',
      'debian:6.12.5+kasan: expected a series such as 6.12, or the name of a suite, before +, found "6.12.5"\n' +
        '  hint: Kernels with flavours are built from source, for example debian:6.12+kasan.',
    ],
    [
      'tree:',
      'tree:: expected the path of a kernel source tree, found nothing\n' +
        '  hint: A source tree is tree:PATH, tree:PATH+FLAVOUR+FLAVOUR or tree:PATH#config=FILE.',
    ],
    [
      'tree:linux#cfg=x',
      'tree:linux#cfg=x: expected #config=FILE, found "#cfg=x"\n' +
        '  hint: A source tree is tree:PATH, tree:PATH+FLAVOUR+FLAVOUR or tree:PATH#config=FILE.',
    ],
    [
      'tree:linux+mine',
      `tree:linux+mine: expected a flavour after +, found "mine"\n  hint: ${flavours} ` +
        'If the + belongs to the path, end the path in a slash.',
    ],
  ])('refuses %s', (text, message) => {
    expect(problemOf(text)).toBe(message);
  });
});

describe('a cell of a kernel from source', () => {
  const edu = suite('/work/edu', ['t']);
  const cellsOf = (kernels: readonly string[], machines: readonly string[] = []) =>
    planOf([edu], {
      kernels: kernels.map((text) => kernel(text)),
      machines: machines.map((text) => machine(text)),
    }).cells.map(({ id, machine: { args } }) => `${id} ${args.join(' ')}`);

  it('has the memory that its flavours need, unless the user says how much', () => {
    expect(cellsOf(['debian:6.12+kasan', 'debian:6.12+lockdep'])).toEqual([
      'debian-6.12-kasan-default -m 512M -smp 1',
      'debian-6.12-lockdep-default -m 256M -smp 1',
    ]);
    expect(cellsOf(['debian:6.12+kasan'], ['two=-smp 2', 'small=-m 300M'])).toEqual([
      'debian-6.12-kasan-two -m 512M -smp 2',
      'debian-6.12-kasan-small -m 300M',
    ]);
  });

  it('has a short id, also with many flavours', () => {
    expect(cellsOf(['debian:6.12+debug', 'debian:6.12+plain']).map((cell) => cell.split(' ')[0])).toEqual([
      'debian-6.12-debug-default',
      'debian-6.12-plain-default',
    ]);
  });

  it('is one, in whatever order the flavours are named', () => {
    expect(cellsOf(['debian:6.12+kasan+lockdep', 'debian:6.12+lockdep+kasan'])).toHaveLength(1);
  });

  it('has an id of its own for each tree and configuration', () => {
    expect(cellsOf(['tree:/a/linux+ubsan', 'tree:/b/linux+ubsan'])).toEqual([
      'linux-ubsan-default-tree-a-linux-ubsan -m 256M -smp 1',
      'linux-ubsan-default-tree-b-linux-ubsan -m 256M -smp 1',
    ]);
  });
});
