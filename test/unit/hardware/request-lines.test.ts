import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { parseRequest } from '../../../src/hardware/request-dispatcher.ts';
import { RequestLines } from '../../../src/hardware/request-lines.ts';

const id = '01234567-89ab-cdef-0123-456789abcdef';

describe('RequestLines', () => {
  const cut = (maxBytes: number, ...chunks: readonly string[]): (readonly [string, boolean])[] => {
    const lines = new RequestLines(maxBytes);
    return chunks
      .flatMap((chunk) => lines.push(Buffer.from(chunk)))
      .map(({ bytes, isWhole }) => [bytes.toString(), isWhole] as const);
  };

  it('puts lines together however they are cut, and takes empty ones for nothing', () => {
    expect(cut(100, '\n\na', 'b\nc\n', '\nd', '', 'e\n')).toEqual([
      ['ab', true],
      ['c', true],
      ['de', true],
    ]);
  });

  it('reports an overlong line at once and only once, and continues after it', () => {
    expect(cut(4, 'abcd\nabc', 'de', 'fgh', 'ij\nok\n')).toEqual([
      ['abcd', true],
      ['abcd', false],
      ['ok', true],
    ]);
  });

  it('holds no more than a request of an endless line', () => {
    const lines = new RequestLines(1000);
    const found = Array.from({ length: 1000 }, () =>
      lines.push(Buffer.from(randomBytes(4096).map((byte) => byte | 0x80))),
    ).flat();
    expect(found.map(({ bytes, isWhole }) => [bytes.length, isWhole])).toEqual([[1000, false]]);
  });
});

describe('parseRequest', () => {
  const parse = (text: string | Buffer, isWhole = true): ReturnType<typeof parseRequest> =>
    parseRequest({ bytes: Buffer.from(text), isWhole });

  it('reads the words as they are, with blanks, quotes and dollars, and empty ones', () => {
    expect(parse(`${id}\tset\tedu0.name\ttwo  words; $(reboot) "x" ü\t`)).toEqual({
      id,
      words: ['set', 'edu0.name', 'two  words; $(reboot) "x" ü', ''],
    });
    expect(parse(id)).toEqual({ id, words: [] });
  });

  it.each([
    ['what has no id', 'get\tedu0.x', { id: undefined, problem: 'expected a request' }],
    ['an id that is none', `${id}0\tget`, { id: undefined, problem: 'expected a request' }],
    [
      'a control character',
      `${id}\tget\tedu0.\u001b[2J`,
      { id, problem: 'expected text, found a control character or bytes that are not UTF-8' },
    ],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(`${id}\tget\t`), Buffer.from([0xff, 0xfe])]),
      { id, problem: 'expected text, found a control character or bytes that are not UTF-8' },
    ],
    ['too many words', `${id}\t${'x\t'.repeat(64)}`, { id, problem: 'expected at most 64 words, found 65' }],
  ])('refuses %s, and tells the caller where that is known', (_, text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it('answers the caller of an overlong request from its start', () => {
    expect(parse(`${id}\tget\t${'x'.repeat(100)}`, false)).toEqual({
      id,
      problem: `expected a request of at most ${bounds.hw.requestBytes} bytes, found a longer one`,
    });
  });
});
