import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/calls/catalogue.ts';
import { cannotFail } from '../../../src/calls/cannot-fail.ts';
import { parseFailable } from '../../../src/calls/failable.ts';
import { notTried } from '../../../src/calls/not-tried.ts';

describe('the catalogue of functions that fail', () => {
  it('has more than 150 in more than 15 groups, each once and with a way to fail', () => {
    expect(catalogue.length).toBeGreaterThan(500);
    expect(new Set(catalogue.map(({ group }) => group)).size).toBeGreaterThan(15);
    expect(new Set(catalogue.map(({ symbol }) => symbol)).size).toBe(catalogue.length);
    expect(catalogue.filter(({ outcomes }) => outcomes.length === 0)).toEqual([]);
  });

  it('says of none that it cannot fail', () => {
    expect(catalogue.filter(({ symbol }) => cannotFail(symbol)).map(({ symbol }) => symbol)).toEqual([]);
  });

  it.each([
    ['__kmalloc_cache_noprof', { name: 'NULL', kind: 'value', value: 0 }],
    ['dma_map_page_attrs', { name: 'ones', kind: 'value', value: -1 }],
    ['_copy_from_user', { name: 'uncopied', kind: 'argument', value: 2 }],
    ['misc_register', { name: 'EBUSY', kind: 'value', value: -16 }],
    ['wait_for_completion_timeout', { name: 'timeout', kind: 'value', value: 0 }],
    ['prepare_to_wait_event', { name: 'ERESTARTSYS', kind: 'value', value: -512 }],
    ['__get_user_4', { name: 'EFAULT', kind: 'get', value: -14 }],
  ])('knows how %s fails', (symbol, outcome) => {
    expect(catalogue.find((one) => one.symbol === symbol)?.outcomes[0]).toEqual(outcome);
  });
});

describe('a line of info/failable', () => {
  it('says how a function fails, and may say its group, its other names and its releases', () => {
    expect(parseFailable('my_get ERR_PTR ENODEV EBUSY group=bus as=my_claim,my_find in=6.1-6.9', 'suite')).toEqual({
      symbol: 'my_get',
      group: 'bus',
      calledAs: ['my_claim', 'my_find'],
      outcomes: [
        { name: 'ENODEV', kind: 'value', value: -19 },
        { name: 'EBUSY', kind: 'value', value: -16 },
      ],
      since: '6.1',
      until: '6.9',
    });
    expect(parseFailable('my_alloc NULL', 'suite')).toMatchObject({ group: 'suite', since: undefined });
  });

  it.each([
    ['my-alloc NULL', 'expected the name of a function, found "my-alloc"', /^A line is SYMBOL/],
    ['my_alloc', 'expected how my_alloc fails, found nothing', /^Say NULL/],
    ['my_alloc ENOMEN', 'my_alloc: "ENOMEN" is no way to fail', /^Did you mean ENOMEM/],
    ['my_alloc uncopied:9', 'my_alloc: "uncopied:9" is no way to fail', /uncopied/],
    ['my_alloc NULL groop=x', 'expected group=, as= or in=, each once and with a value, found "groop=x"', /group=\?$/],
    ['my_alloc NULL in=1 in=2', 'expected group=, as= or in=, each once and with a value, found "in=2"', /^A line is/],
  ])('%s is not understood', (line, message, hint) => {
    expect(parseFailable(line, 'suite')).toEqual({ message, hint: expect.stringMatching(hint) as string });
  });
});

describe('notTried', () => {
  it('are the imports that are in no list', () => {
    const imports = new Set([
      'kfree',
      '__kmalloc_noprof',
      'zz_unknown',
      'aa_unknown',
      '__x86_return_thunk',
      '__fentry__',
    ]);
    expect(notTried({ name: 'edu', imports }, catalogue)).toEqual(['aa_unknown', 'zz_unknown']);
  });
});
