import { describe, expect, test } from 'vitest';
import { defuseCommands, plainJson, plainLine, plainText } from '../../../src/text/escape-text.ts';
import { excessiveGrowth } from '../../hostile/growth.ts';

describe('text from a guest', () => {
  test.each([
    ['colours are gone', 'a \x1b[1;31mred\x1b[0m b', 'a red b'],
    ['a window title is gone, whatever ends it', 'a\x1b]0;owned\x07b\x1b]8;;http://x\x1b\\c', 'abc'],
    ['other escapes are gone', '\x1b(Ba\x1bMb\x1b=c\x1b7', 'abc'],
    ['an unfinished escape is spelled out', 'a\x1b', 'a\\x1b'],
    ['taking an escape out does not make another one', '\x1b\x1b[0m[31mred', '\\x1b[31mred'],
    ['an unfinished title does not eat what follows', 'a\x1b]0;title\nb', 'a\\x1b]0;title\nb'],
    ['control characters are spelled out', 'bell\x07 nul\0 del\x7f csi\x9b', 'bell\\x07 nul\\x00 del\\x7f csi\\x9b'],
    ['text that changes direction is spelled out', 'a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
    [
      'invisible and forbidden characters are spelled out',
      '\u200bx\ufeff\ufffe\uffff\u2028',
      '\\u200bx\\ufeff\\ufffe\\uffff\\u2028',
    ],
    ['lone surrogates are replaced, pairs stay', 'a\ud800b\udc00 \ud83d\ude00', 'a\ufffdb\ufffd \u{1f600}'],
    ['a carriage return ends a line', 'a\r\nb\rc\r\r\nd', 'a\nb\nc\nd'],
    ['tabs and umlauts stay', 'ä\tö', 'ä\tö'],
  ])('%s', (_title, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test('becomes one line', () => {
    expect(plainLine('  a\n\tb\r\n c ')).toBe('a b c');
  });

  test('of a megabyte of unfinished escapes is read in time that grows with its length', () => {
    const textOf = (chars: number): string => '\x1b]0;'.repeat(chars / 4);
    expect(excessiveGrowth((text) => void plainText(text), textOf, 250_000)).toBeUndefined();
  });
});

describe('JSON that is shown', () => {
  test('means the same, and hides nothing', () => {
    const value = { file: 'a\u202eb\x7f\x9b31m\u{e0041}\x1b[0m\n', list: [1, 'ü'] };
    const shown = plainJson(value);
    expect(JSON.parse(shown)).toEqual(value);
    expect(shown).toBe('{"file":"a\\u202eb\\u007f\\u009b31m\\udb40\\udc41\\u001b[0m\\n","list":[1,"ü"]}');
  });
});

describe('standard output in a CI system', () => {
  test('carries no command of a guest', () => {
    expect(defuseCommands('::error::x\n   ::add-mask::y\na ##[command]z\n a::b')).toBe(
      ': :error::x\n   : :add-mask::y\na # #[command]z\n a::b',
    );
  });
});
