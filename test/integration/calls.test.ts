import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { inScope } from './scope.ts';

/** Every night on the oldest and the newest kernel, too, with a hostile driver, and a module that comes and goes. */
const kernels = inScope(['debian:6.12'], ['debian:5.10', 'debian:6.1', 'debian:newest']);
const names = inScope(['groups', 'concurrent', 'from-start'], ['interrupts', 'recursion', 'under-load', 'unloads']);

describe.each(kernels)('calls that fail, on %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([
      join(suites, 'calls'),
      ...['--kernel', kernel, '--machine', 'two=-m 256 -smp 2', '--accel', 'tcg'],
      ...names.flatMap((name) => ['--test', name]),
    ]);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(names)('are what the driver sees, and what is counted: %s', (name) => {
    const { outcome, reason, stages } = run.test(name);
    expect({ outcome, reason, output: outcome === 'pass' ? '' : run.read(stages[0]?.log ?? '') }).toEqual({
      outcome: 'pass',
      reason: '',
      output: '',
    });
  });

  it('are in the results with the lines of the driver, also those that never came', () => {
    const [module] = run.test('from-start').devices ?? [];
    expect(module).toMatchObject({ id: 'callfix.ko', model: 'module under test' });
    const [first, unused] = module?.faults ?? [];
    expect(first).toMatchObject({ text: 'call-fail function=kzalloc from=1 module=callfix', isCleared: true });
    expect(first?.first?.access).toMatch(/^\w+ at \S*driver\/callfix\.c:\d+ \(\w+\+0x\w+\/0x\w+ \[callfix\]\)$/);
    // busybox asks twice.
    expect([first?.fired, first?.counted, unused?.fired, unused?.counted]).toEqual([2, 2, 0, 0]);
  });

  it('are in the timeline with the lines of the driver', () => {
    const { console: path = '' } = run.test('from-start');
    const lines = run.read(path.replace('console.log', 'timeline.jsonl')).split('\n');
    const fired = lines.filter((line) => line.includes('"source":"device"'));
    expect(fired.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual([
      expect.stringMatching(/^fault call-fail fired at \w+ at \S*driver\/callfix\.c:\d+ /),
      expect.stringMatching(/^fault call-fail fired at \w+ at \S*driver\/callfix\.c:\d+ /),
    ]);
  });

  it('leave no call of the module out: what can fail, and what nobody knows how to', () => {
    const calls = run.results.cells[0]?.calls?.find(({ module }) => module === 'callfix');
    expect(calls).toMatchObject({ suite: 'calls' });
    expect(calls?.canFail).toEqual(expect.arrayContaining(['kstrtoint', 'misc_register', 'ida_alloc_range']));
    expect(calls?.notTried).toContain('__register_nmi_handler');
    expect(calls?.notTried).not.toContain('kfree');
  });
});
