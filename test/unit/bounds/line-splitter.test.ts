import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type LinePart, LineSplitter, splitLines } from '../../../src/bounds/line-splitter.ts';

describe('LineSplitter', () => {
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [
      ['a', 'b\nc', '\n'],
      ['ab', 'c'],
    ],
    [
      ['\n\n', '\n'],
      ['', '', ''],
    ],
    [['a\r\nb\n'], ['a\r', 'b']],
    [['a\nrest'], ['a', 'rest']],
    [['no line feed', ' at all'], ['no line feed at all']],
    [[''], []],
    [[], []],
  ])('cuts %j into %j', (chunks, lines) => {
    expect(split(chunks, 100)).toEqual(lines);
  });

  it('hands on a line that is too long in pieces, wherever its chunks end', () => {
    expect(split(['abcdefgh\nxy\n'], 3)).toEqual(['abc', 'def', 'gh', 'xy']);
    expect(split(Array.from('abcdefgh\nxy\n'), 3)).toEqual(['abc', 'def', 'gh', 'xy']);
  });

  it('says of each piece which part of its line it is', () => {
    const parts: (readonly [string, LinePart])[] = [];
    const splitter = new LineSplitter({ maxLength: 3, onLine: (line, part) => parts.push([line.toString(), part]) });
    for (const chunk of ['abcdefg', 'h\nabc', '\nabc', 'd']) splitter.push(Buffer.from(chunk));
    splitter.end();
    expect(parts).toEqual([
      ['abc', 'first'],
      ['def', 'middle'],
      ['gh', 'last'],
      ['abc', 'whole'],
      ['abc', 'first'],
      ['d', 'last'],
    ]);
  });

  it('takes a line of exactly the limit for one line', () => {
    expect(split(['abc\n', 'def', '\nghi'], 3)).toEqual(['abc', 'def', 'ghi']);
  });

  it('holds no more than one line of the limit, however long the line is', () => {
    let longest = 0;
    let total = 0;
    const splitter = new LineSplitter({
      maxLength: 4096,
      onLine: (line) => {
        longest = Math.max(longest, line.length);
        total += line.length;
      },
    });
    const chunk = Buffer.alloc(1000, 'x');
    for (let count = 0; count < 1000; count++) splitter.push(chunk);
    expect([longest, total >= 1_000_000 - 4096]).toEqual([4096, true]);
    splitter.end();
    expect(total).toBe(1_000_000);
  });

  it('keeps bytes that are no text', () => {
    const lines: Buffer[] = [];
    const splitter = new LineSplitter({ maxLength: 100, onLine: (line) => lines.push(line) });
    splitter.push(Buffer.from([0, 255, 10, 128]));
    splitter.end();
    expect(lines).toEqual([Buffer.from([0, 255]), Buffer.from([128])]);
  });
});

describe('splitLines', () => {
  it('reads a stream to its end', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    splitLines(stream, { maxLength: 100, onLine: (line) => lines.push(line.toString()) });
    stream.write('one\ntw');
    stream.end('o\nthree');
    await new Promise((resolve) => stream.once('end', resolve));
    expect(lines).toEqual(['one', 'two', 'three']);
  });
});

function split(chunks: readonly string[], maxLength: number): readonly string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter({ maxLength, onLine: (line) => lines.push(line.toString()) });
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return lines;
}
