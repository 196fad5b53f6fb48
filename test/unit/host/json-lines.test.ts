import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../src/host/json-lines.ts';

async function read(chunks: readonly string[], maxBytes = 20): Promise<readonly unknown[]> {
  const stream = new PassThrough();
  const seen: unknown[] = [];
  const ended = new Promise<void>((resolve) => {
    readJsonLines(stream, {
      maxBytes,
      onValue: (value) => seen.push(value),
      onEnd: (end) => {
        seen.push(end);
        resolve();
      },
    });
  });
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await ended;
  // What comes after the end is told to nobody.
  await new Promise((resolve) => setImmediate(resolve));
  return seen;
}

describe('readJsonLines', () => {
  it('reads a value of each line, however the lines are cut', async () => {
    expect(await read(['{"a"', ':1}\n2\n', '"x"\n'])).toEqual([{ a: 1 }, 2, 'x', { kind: 'ended' }]);
  });

  it('leaves out a last line that does not end', async () => {
    expect(await read(['1\n{"a":'])).toEqual([1, { kind: 'ended' }]);
  });

  it('reads nothing after what is no JSON', async () => {
    expect(await read(['1\nno\n2\n3\n', '4\n'])).toEqual([1, { kind: 'nonsense', found: '"no"' }]);
  });

  it('does not wait for the end of a line that is too long', async () => {
    expect(await read(['1\n', '"'.repeat(21), '\n2\n'])).toEqual([
      1,
      { kind: 'nonsense', found: 'a line longer than 20 bytes' },
    ]);
  });
});
