import { describe, expect, it } from 'vitest';
import { isCallFault, parseCallFault } from '../../../src/calls/call-fault.ts';
import { catalogue } from '../../../src/calls/catalogue.ts';
import { selectCalls } from '../../../src/calls/select-calls.ts';

const selected = (text: string): readonly string[] =>
  selectCalls(parseCallFault(text), catalogue).map(({ function: { symbol } }) => symbol);

describe('a fault of calls', () => {
  it('has an id, a module, what it is about, and the triggers of all faults', () => {
    expect(
      parseCallFault(' call-fail module=my-edu.ko function=k*alloc group=alloc,id value=NULL every=3 id=a '),
    ).toEqual({
      id: 'a',
      module: 'my_edu',
      functionGlob: 'k*alloc',
      groups: ['alloc', 'id'],
      value: 'NULL',
      trigger: { kind: 'every', period: 3 },
      text: 'call-fail module=my-edu.ko function=k*alloc group=alloc,id value=NULL every=3 id=a',
    });
    expect(parseCallFault('call-fail')).toEqual({ id: 'call-fail', trigger: { kind: 'always' }, text: 'call-fail' });
  });

  it('is told from those of devices', () => {
    expect(['call-fail', 'call-fail nth=1', 'call-failure', 'dma-fail'].map(isCallFault)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    [
      'call-fail device=edu',
      'call-fail has no setting "device"; its settings are function, group, value, module, at, id, ',
    ],
    ['call-fail nth=0', 'nth: expected a whole number from 1, found "0"'],
    ['call-fail function=a/b', 'function: expected a name, in which * and ? match others, found "a/b"'],
    ['call-fail group', 'expected key=value, found "group"'],
  ])('%s is refused', (text, message) => {
    expect(() => parseCallFault(text)).toThrow(`fault "${text}": ${message}`);
  });
});

describe('selectCalls', () => {
  it('finds functions by symbol and by what a driver calls', () => {
    expect(selected('call-fail function=kzalloc')).toContain('__kmalloc_cache_noprof');
    expect(selected('call-fail function=misc_register')).toEqual(['misc_register']);
    expect(selected('call-fail function=dma_*_pages')).toEqual(['dma_alloc_pages']);
  });

  it('takes from a group those that can fail with the value', () => {
    const calls = selectCalls(parseCallFault('call-fail group=irq value=EBUSY'), catalogue);
    expect(new Set(calls.map(({ outcome }) => outcome.name))).toEqual(new Set(['EBUSY']));
    expect(calls.map(({ function: { symbol } }) => symbol)).toContain('request_threaded_irq');
  });

  it.each([
    ['function=misc_registr', /no function "misc_registr" is known to fail; did you mean misc_register/],
    ['function=zzzzzzzz', /no function "zzzzzzzz" is known to fail; info\/failable can add one/],
    ['group=dna', /unknown group "dna"; did you mean dma\? The groups are alloc, id, /],
    ['group=dma function=kzalloc', /function=kzalloc is in the group alloc, not in dma/],
    ['value=ENOMEMM', /unknown value "ENOMEMM"; did you mean ENOMEM\?/],
    ['group=alloc value=EBUSY', /these functions do not fail with EBUSY; they fail with NULL, /],
  ])('%s is a mistake with its nearest names', (settings, message) => {
    expect(() => selected(`call-fail ${settings}`)).toThrow(message);
  });
});
