import { faultCatalogue } from '../../../src/device/fault/fault-catalogue.ts';
import { describe, expect, it } from 'vitest';
import { parseFault } from 'qemu-driver-test/device';

describe('a fault', () => {
  it.each([
    ['irq-drop nth=3', { id: 'irq-drop', effect: { kind: 'irq-drop' }, filter: {}, trigger: { kind: 'nth', nth: 3 } }],
    [
      '  dma-fail   device=edu every=2 ',
      { id: 'dma-fail', device: 'edu', effect: { kind: 'dma-fail' }, trigger: { kind: 'every', period: 2 } },
    ],
    ['read-ones register=STATUS', { filter: { register: 'STATUS' }, trigger: { kind: 'always' } }],
    [
      'read-stuck bits=0x80000000 at=1 range=0x10-0x1f bar=2',
      { effect: { kind: 'read-stuck', bits: 0x8000_0000n, at: 1 }, filter: { bar: 2, range: { from: 16, to: 31 } } },
    ],
    [
      'irq-delay by=1.5ms vector=2 from=4',
      { effect: { kind: 'irq-delay', byUs: 1500 }, filter: { vector: 2 }, trigger: { kind: 'from', nth: 4 } },
    ],
    ['irq-storm', { effect: { kind: 'irq-storm', times: 1000, everyUs: 100 } }],
    [
      'dma-corrupt direction=read byte=9 mask=1 probability=.25 seed=7 id=bad',
      {
        id: 'bad',
        effect: { kind: 'dma-corrupt', byte: 9, mask: 1 },
        filter: { direction: 'read' },
        trigger: { kind: 'probability', probability: 0.25, seed: 7 },
      },
    ],
  ])('%s', (text, expected) => {
    expect(parseFault(text)).toMatchObject({ ...expected, text: text.trim() });
  });

  it.each([
    ['', `fault "": unknown fault ""; the faults are ${Object.keys(faultCatalogue).join(', ')}`],
    ['irq-drop nth=0', 'fault "irq-drop nth=0": nth: expected a whole number from 1, found "0"'],
    ['irq-drop nth', 'fault "irq-drop nth": expected key=value, found "nth"'],
    ['irq-drop nth=1 nth=2', 'fault "irq-drop nth=1 nth=2": "nth" is given twice'],
    ['irq-drop nth=1 every=2', 'fault "irq-drop nth=1 every=2": nth and every exclude each other'],
    [
      'irq-drop register=ID',
      'fault "irq-drop register=ID": irq-drop has no setting "register"; its settings are vector, id, ' +
        'device, nth, from, every, probability, seed',
    ],
    ['irq-delay', 'fault "irq-delay": by is missing: expected a time such as 100us, 5ms or 1s, up to 3600s'],
    ['irq-delay by=5', 'fault "irq-delay by=5": by: expected a time such as 100us, 5ms or 1s, up to 3600s, found "5"'],
    [
      'read-late by=31s',
      'fault "read-late by=31s": by: expected a time such as 100us, 5ms or 1s, up to 30s, found "31s"',
    ],
    ['read-stuck bits=1', 'fault "read-stuck bits=1": at is missing: expected a whole number from 0 to 1'],
    [
      'read-ones range=9-3',
      'fault "read-ones range=9-3": range: expected offsets such as 0x10-0x1f (the lower one first), ' + 'found "9-3"',
    ],
    ['dma-fail direction=up', 'fault "dma-fail direction=up": direction: expected read or write, found "up"'],
    [
      'dma-fail probability=2',
      'fault "dma-fail probability=2": probability: expected a number above 0 and up to 1, found "2"',
    ],
    ['dma-fail seed=2', 'fault "dma-fail seed=2": seed needs probability'],
    ['dma-fail id=a/b', 'fault "dma-fail id=a/b": id: expected letters, digits, ".", "_" and "-", found "a/b"'],
  ])('%s is refused', (text, message) => {
    expect(() => parseFault(text)).toThrow(expect.objectContaining({ name: 'FaultSyntaxError', message }) as Error);
  });
});
