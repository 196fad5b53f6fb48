import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../step-runner/command-line.ts';
import { annotated, loggedBy } from '../../step-runner/captured.ts';
import { readStepLog } from '../../step-runner/step-log.ts';

const forged = [
  '::error::x',
  '  ::warning file=a::x',
  'a ##[error]x',
  '::add-mask::a',
  '::stop-commands::x',
  '##[group]x',
  '::token-1::',
  '##[token-1]',
  '\x1b[2K::error::x',
  '\r::error::x',
  'x\x1b]0;::error::\x07y',
  '::set-output name=a::b',
  '::endgroup::',
];

describe('the log of a step', () => {
  it('shows text between stop-commands and a token that is new each time', () => {
    const output = loggedBy((log) => {
      log.text('one');
      log.text('two\n');
      log.beginFold('g');
      log.text('three');
    });
    expect(output).toBe(
      '::stop-commands::token-1\none\ntwo\n::token-1::\n::group::g\n::stop-commands::token-2\nthree\n::token-2::\n',
    );
  });

  it.each(forged)('has nothing obeyed that stands in text: %j', (line) => {
    const log = readStepLog(loggedBy(({ text }) => text(line)));
    expect(log.commands.map(({ name }) => name)).toEqual(['stop-commands']);
    expect(log.isStopped).toBe(false);
  });

  it.each(forged)('would not have it obeyed even where commands are: %j', (line) => {
    const text = loggedBy((log) => log.text(line))
      .split('\n')
      .slice(1, -2);
    for (const shown of text) expect(parseCommand(shown, 'token-1')).toBeUndefined();
  });

  it('cuts lines that would cost the runner minutes', () => {
    const longest = Math.max(
      ...loggedBy((log) => log.text('x'.repeat(1_000_000)))
        .split('\n')
        .map((line) => line.length),
    );
    expect(longest).toBe(4000);
  });

  it('keeps colours, and no other escape sequence', () => {
    expect(loggedBy((log) => log.text('\x1b[31mred\x1b[0m\x1b[2J\x1b]8;;https://forged\x07x'))).toBe(
      '::stop-commands::token-1\n\x1b[31mred\x1b[0mx\n::token-1::\n',
    );
  });

  it('names a fold by what a guest named, on one line', () => {
    const log = readStepLog(loggedBy(({ folded }) => folded('a\n::error::x\r##[error]y', 'text')));
    expect(log.groups).toEqual(['a : :error::x # #[error]y']);
    expect(log.annotations).toEqual([]);
  });
});

describe('an annotation', () => {
  it.each(['50%', 'a\nb', 'a\r\nb', 'a:b,c', '%0A', '::error::x', ''])('keeps %j in its place', (text) => {
    const line = annotated([{ level: 'error', file: text, line: 3, title: text, message: text }]).trimEnd();
    expect(line).not.toContain('\n');
    expect(parseCommand(line, undefined)).toEqual({
      name: 'error',
      properties: { ...(text === '' ? {} : { file: text, title: text }), line: '3' },
      data: text,
    });
  });
});
