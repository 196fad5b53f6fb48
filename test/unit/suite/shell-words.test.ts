import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { splitShellWords } from '../../../src/suite/shell-words.ts';
import { shellJoin } from '../../../src/text/shell-quote.ts';

describe('splitShellWords', () => {
  it.each<readonly [text: string, words: readonly string[]]>([
    ['', []],
    [' \t\n ', []],
    ['-m 1024 -smp 4', ['-m', '1024', '-smp', '4']],
    ['one\ntwo\n', ['one', 'two']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`''`, ['']],
    [`a'b'"c"d`, ['abcd']],
    [String.raw`a\ b \" \' \\`, ['a b', '"', "'", '\\']],
    [String.raw`"a\"b\\c\$d\e"`, [String.raw`a"b\c$d\e`]],
    [String.raw`'a\b'`, [String.raw`a\b`]],
    ['a \\\n b', ['a', 'b']],
    ['a\\\nb', ['ab']],
    ['"a\\\nb"', ['ab']],
    ["'two\nlines'", ['two\nlines']],
    ['# a comment\n-m 1 # more\n#end', ['-m', '1']],
    [`a#b '#c' \\#d`, ['a#b', '#c', '#d']],
    [`# an "unbalanced quote in a comment\n-m`, ['-m']],
    ['$HOME `id` *.c ~ a&b;c|d>e', ['$HOME', '`id`', '*.c', '~', 'a&b;c|d>e']],
    ['-device edu,id=é', ['-device', 'edu,id=é']],
  ])('splits %j', (text, words) => {
    expect(splitShellWords(text)).toEqual({ kind: 'words', words });
  });

  it.each([
    ['-m "1', { kind: 'unbalanced-quote', quote: '"', line: 1 }],
    ["a\n'b\nc\n", { kind: 'unbalanced-quote', quote: "'", line: 2 }],
    [`'a' "b" 'c`, { kind: 'unbalanced-quote', quote: "'", line: 1 }],
    ['"a\\', { kind: 'unbalanced-quote', quote: '"', line: 1 }],
    ['"a\\"', { kind: 'unbalanced-quote', quote: '"', line: 1 }],
    ['a\nb \\', { kind: 'trailing-backslash', line: 2 }],
  ])('refuses %j', (text, problem) => {
    expect(splitShellWords(text)).toEqual(problem);
  });

  it('agrees with the shell on texts made of quotes, backslashes, blanks and comments', () => {
    const random = randomFrom(20_240_601);
    const texts = Array.from({ length: 300 }, () => randomText(random, ['a', 'b', ' ', "'", '"', '\\', '#', '=']));
    for (const text of texts) {
      const ours = splitShellWords(text);
      if (ours.kind === 'trailing-backslash') continue;
      expect({ text, words: ours.kind === 'words' ? ours.words : undefined }).toEqual({
        text,
        words: wordsOfTheShell(text),
      });
    }
  });
});

describe('shellJoin', () => {
  it.each([
    [['-m', '256M', '-smp', '1'], '-m 256M -smp 1'],
    [['edu,dma_mask=0xffff'], 'edu,dma_mask=0xffff'],
    [['a b', ''], "'a b' ''"],
    [["it's"], String.raw`'it'\''s'`],
  ])('writes %j', (words, text) => {
    expect(shellJoin(words)).toBe(text);
  });

  it('writes what splitShellWords reads back, whatever the words hold', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 500; round++) {
      const words = Array.from({ length: random(5) }, () =>
        randomText(random, ['a', ' ', "'", '"', '\\', '#', '\n', '$', 'é', '=']),
      );
      expect(splitShellWords(shellJoin(words))).toEqual({ kind: 'words', words });
    }
  });
});

/** Undefined when the shell refuses the text. */
function wordsOfTheShell(text: string): readonly string[] | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `set -- ${text}\nfor word; do printf '%s\\0' "$word"; done`], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split('\0').slice(0, -1) : undefined;
}

function randomText(random: (below: number) => number, alphabet: readonly string[]): string {
  return Array.from({ length: random(9) }, () => alphabet[random(alphabet.length)]).join('');
}

/** The same numbers for the same seed, so that a failure can be seen again (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
