import { describe, expect, it } from 'vitest';
import { deviceProblems, machineDevices } from '../../../src/engine/machine-devices.ts';
import type { Cell, PlannedTest } from '../../../src/plan/plan.ts';
import type { DeviceLine, SuiteTest } from '../../../src/suite/suite.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';

function device(id: string, line = 1, path = `/s/edu/${id}.ts`): DeviceLine {
  return { id, path, parameters: new Map([['rate', String(line)]]), file: '/s/edu/info/devices', line };
}

function withTest(
  changes: Partial<SuiteTest>,
  devices: readonly DeviceLine[],
): Pick<PlannedTest, 'cell' | 'suite' | 'test'> {
  const faults = changes.faults ?? [];
  const test = suiteTest('/s/edu', 'a', { ...changes, faults });
  return { cell: { arch: 'x86_64' } as Cell, suite: suite('/s/edu', [], { tests: [test], devices }), test };
}

function faults(...texts: readonly string[]): SuiteTest['faults'] {
  return texts.map((text, index) => ({ text, file: '/s/edu/a/info/faults', line: index + 1 }));
}

describe('machineDevices', () => {
  it('are those of the suite, with those that the test has in their place or of its own', () => {
    const planned = withTest({ devices: [device('tdc0', 7, '/s/edu/other.mjs'), device('gpio')] }, [
      device('edu'),
      device('tdc0'),
    ]);
    expect(machineDevices(planned).map(({ id, path, parameters }) => [id, path, parameters])).toEqual([
      ['edu', '/s/edu/edu.ts', { rate: '1' }],
      ['tdc0', '/s/edu/other.mjs', { rate: '7' }],
      ['gpio', '/s/edu/gpio.ts', { rate: '1' }],
    ]);
  });

  it('have the faults that name them; a single one also has those without a device', () => {
    const two = withTest({ faults: faults('irq-drop device=b', 'dma-fail device=a nth=2') }, [
      device('a'),
      device('b'),
    ]);
    expect(machineDevices(two).map((one) => one.faults)).toEqual([['dma-fail device=a nth=2'], ['irq-drop device=b']]);
    expect(machineDevices(withTest({ faults: faults('irq-drop') }, [device('a')])).map((one) => one.faults)).toEqual([
      ['irq-drop'],
    ]);
  });
});

describe('deviceProblems', () => {
  it.each([
    ['a fault that is none', 'irq-dropp', [device('a')], /unknown fault "irq-dropp"; the faults are irq-drop, /],
    ['a fault of nobody', 'irq-drop', [], /expected a device model for it, found none/],
    [
      'a fault that could be anybody’s',
      'irq-drop',
      [device('a'), device('b')],
      /expected device=ID, because there are 2 devices/,
    ],
    ['a fault of a device that is not there', 'irq-drop device=c', [device('a'), device('b')], /no device c/],
  ])('are %s, with file and line', (_name, text, devices, message) => {
    const { suite: checked } = withTest({ faults: faults('# nothing', text).slice(1) }, devices);
    expect(deviceProblems(checked)).toEqual([
      {
        file: '/s/edu/a/info/faults',
        line: 2,
        message: expect.stringMatching(message) as string,
        hint: expect.any(String) as string,
      },
    ]);
  });

  it('are a model that is no file of a model, once', () => {
    const { suite: checked } = withTest({}, [device('a', 3, '/s/edu/model.py')]);
    expect(deviceProblems(checked)).toEqual([
      expect.objectContaining({
        file: '/s/edu/info/devices',
        line: 3,
        message: 'expected a model, a file that ends in .ts or .mjs, found "/s/edu/model.py"',
      }),
    ]);
  });

  it('are none where all is well', () => {
    expect(
      deviceProblems(
        withTest({ faults: faults('irq-drop device=a', 'dma-fail device=b nth=3') }, [device('a'), device('b')]).suite,
      ),
    ).toEqual([]);
  });
});
