import { describe, expect, it } from 'vitest';
import { parseCallFault } from '../../../src/calls/call-fault.ts';
import { catalogue } from '../../../src/calls/catalogue.ts';
import { parseCallLine, parseHelperAnswer, parseHelperPlaces } from '../../../src/calls/helper-answers.ts';
import { armRequests, requestTexts } from '../../../src/calls/helper-requests.ts';
import { MachineCalls, openCalls } from '../../../src/calls/machine-calls.ts';

const edu = { name: 'edu', imports: new Set(['__kmalloc_noprof', 'kfree', 'misc_register', 'request_threaded_irq']) };

function calls(...faults: readonly string[]): MachineCalls {
  const opened = openCalls({ modules: [edu], functions: catalogue, faults: faults.map(parseCallFault) });
  if (opened instanceof MachineCalls) return opened;
  throw new Error(opened.problem);
}

describe('what the helper is told', () => {
  it('are the modules, and the faults with the functions that a module calls', () => {
    expect(calls('call-fail function=kmalloc nth=2', 'call-fail group=irq,device id=b').startTexts()).toEqual([
      'target edu;fault edu:call-fail edu nth 2 0;call edu:call-fail value 0 __kmalloc_noprof;arm edu:call-fail;' +
        'fault edu:b edu always 0 0;call edu:b value -16 request_threaded_irq misc_register;arm edu:b',
    ]);
  });

  it('is the same random choice as for devices: a number of 2^53 parts', () => {
    const fault = calls().set('edu', 'call-fail group=irq probability=0.5 seed=7');
    expect(fault).toMatchObject({ id: 'call-fail' });
    expect(fault.texts[0]).toContain('fault edu:call-fail edu probability 4503599627370496 7;');
  });

  it('fits into lines of the agent, and into words of the helper', () => {
    const symbols = catalogue.map(
      (one) => ({ function: one, outcome: { name: 'NULL', kind: 'value', value: 0 } }) as const,
    );
    const requests = armRequests({
      id: 'a',
      module: undefined,
      trigger: { kind: 'always' },
      place: undefined,
      calls: symbols,
    });
    for (const request of requests) expect(request.split(' ').length).toBeLessThan(60);
    for (const text of requestTexts(requests)) expect(text.length).toBeLessThan(4000);
    expect(requestTexts(requests).join(';')).toBe(requests.join(';'));
  });

  it('is a place, and that it only counts', () => {
    const [text = ''] = calls(
      'call-fail function=kmalloc at=edu_probe+0x12/0x34 nth=1',
      `call-fail group=irq id=n nth=${Number.MAX_SAFE_INTEGER}`,
    ).startTexts();
    expect(text).toContain('fault edu:call-fail edu nth 1 0 edu_probe+0x12/0x34;');
    expect(text).toContain('fault edu:n edu count 0 0;');
    expect(() => parseCallFault('call-fail at=driver/edu.c:12')).toThrow('expected a place such as edu_probe+0x1e7');
  });

  it('is nothing of a module that was not built', () => {
    expect(
      openCalls({ modules: [edu], functions: catalogue, faults: [parseCallFault('call-fail module=edv')] }),
    ).toEqual({
      problem: 'fault "call-fail module=edv": no module edv was built for this kernel; the modules are edu',
    });
  });

  it('names the faults that there are when an id is unknown', () => {
    const machine = calls('call-fail id=a');
    expect(() => machine.clearTexts('edu', 'b')).toThrow('edu has no fault "b"; the faults are a');
    expect(machine.clearTexts('edu', undefined)).toEqual(['clear edu:a']);
    expect(machine.reportTexts('edu', 'a')).toEqual({ helperId: 'edu:a', texts: ['report edu:a'] });
  });
});

const answer = [
  'ok',
  'now 9000000',
  'fault edu:call-fail 2 5 cleared',
  'first 7000000 1 __kmalloc_noprof edu_probe+0x12/0x34 [edu]',
  'last 8000000 4 __kmalloc_noprof edu_open+0x5/0x60 [edu]',
  'module edu 7 1 3',
];

describe('what the helper says', () => {
  it('is on the host clock, with what it could not do', () => {
    const machine = calls('call-fail function=kmalloc');
    const report = parseHelperAnswer(answer);
    if ('refusal' in report) throw new Error(report.refusal);
    machine.takeReport(report, 100_000_000);
    expect(machine.records()).toEqual([
      {
        owner: 'edu.ko',
        faults: [
          {
            id: 'call-fail',
            text: 'call-fail function=kmalloc',
            fired: 2,
            counted: 5,
            isCleared: true,
            first: { atUs: 98_000_000, access: '__kmalloc_noprof at edu_probe+0x12/0x34 [edu]' },
            last: { atUs: 99_000_000, access: '__kmalloc_noprof at edu_open+0x5/0x60 [edu]' },
          },
        ],
      },
    ]);
    expect(machine.notes()).toEqual([
      '3 calls were not counted: they came from a non-maskable interrupt',
      '1 calls cannot be made to fail: the kernel allows no probe there',
    ]);
  });

  it('is where a fault counted, in pieces, and only that', () => {
    const lines = [
      'ok',
      'place 4 40 __kmalloc_noprof edu_open+0x5/0x60 [edu]',
      'place x 1 a b',
      'place 1 1 misc_register edu_probe+0x12/0x34 [edu]',
      'more 500',
    ];
    const answer = parseHelperPlaces(lines);
    if ('refusal' in answer) throw new Error(answer.refusal);
    expect(answer.next).toBe(500);
    expect(parseHelperPlaces(['ok'])).toEqual({ places: [], next: undefined });
    expect(parseHelperPlaces(['failed unknown request'])).toEqual({ refusal: 'unknown request' });
    const machine = calls(`call-fail id=n nth=${Number.MAX_SAFE_INTEGER}`);
    expect(machine.counting).toEqual(['edu:n']);
    machine.takeSites('edu:n', answer.places);
    expect(machine.records()[0]?.faults[0]?.sites).toEqual([
      { function: 'misc_register', place: 'edu_probe+0x12/0x34 [edu]', first: 1, reached: 1 },
      { function: '__kmalloc_noprof', place: 'edu_open+0x5/0x60 [edu]', first: 4, reached: 40 },
    ]);
  });

  it('is what the driver told the kernel, and when the console showed a call first', () => {
    const machine = calls('call-fail function=kmalloc');
    machine.hear('qdt-calls: edu:call-fail: call 1 of __kmalloc_noprof at edu_probe+0x12/0x34 [edu] fails', 97_000_000);
    const report = parseHelperAnswer([...answer.slice(0, 3), 'refused 1 2', ...answer.slice(3)]);
    if ('refusal' in report) throw new Error(report.refusal);
    machine.takeReport(report, 100_000_000);
    expect(machine.records()[0]?.faults[0]).toMatchObject({
      refusals: { loads: 1, probes: 2 },
      first: { atUs: 97_000_000 },
      last: { atUs: 99_000_000 },
    });
  });

  it('is a refusal, or nothing that it says', () => {
    expect(parseHelperAnswer(['failed there is no such fault'])).toEqual({ refusal: 'there is no such fault' });
    expect(parseHelperAnswer(['rubbish'])).toEqual({ refusal: 'the helper for calls did not answer' });
    expect(parseHelperAnswer([])).toEqual({ refusal: 'the helper for calls did not answer' });
    expect(parseHelperAnswer(['ok', 'fault x -1 2 active', 'first 1 1 a b', '\u0000'])).toMatchObject({ faults: [] });
  });
});

describe('a machine that ended before the helper was asked', () => {
  const line = '[    3.1] qdt-calls: edu:call-fail: call 2 of __kmalloc_noprof at edu_probe+0x12/0x34 [edu] fails';

  it('has what the console showed, and a note', () => {
    const machine = calls('call-fail function=kmalloc from=2');
    expect(machine.hear(line, 5000)).toMatchObject({ id: 'edu:call-fail', call: 2 });
    machine.hear(line.replace('call 2', 'call 3'), 6000);
    expect(machine.records()[0]?.faults[0]).toMatchObject({
      fired: 2,
      counted: 3,
      first: { atUs: 5000 },
      last: { atUs: 6000 },
    });
    expect(machine.notes()).toEqual([expect.stringContaining('was not asked at the end')]);
  });

  it('believes no line about a fault that was not set, and no flood', () => {
    const machine = calls('call-fail function=kmalloc');
    expect(machine.hear(line.replace('edu:call-fail', 'edu:other'), 1)).toBeUndefined();
    for (let count = 0; count < 5000; count++) machine.hear(line, count);
    expect(machine.seen.length).toBe(2000);
  });

  it.each(['qdt-calls: edu: 3 calls can fail', 'qdt-calls: a: call x of b at c fails', 'something else'])(
    '%s is none',
    (text) => {
      expect(parseCallLine(text)).toBeUndefined();
    },
  );
});
