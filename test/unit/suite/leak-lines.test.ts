import { describe, expect, it } from 'vitest';
import { parseLeakRules } from '../../../src/suite/leak-lines.ts';
import type { LeakRules } from '../../../src/suite/suite.ts';

function parse(text: string): { readonly rules: LeakRules; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const rules = parseLeakRules({ path: '/s/info/leaks', text }, (file, line, { message }) =>
    problems.push(`${file}:${line ?? 0}: ${message}`),
  );
  return { rules, problems };
}

describe('info/leaks', () => {
  it('may be off, with a comment', () => {
    const { rules, problems } = parse('# the driver is not finished\noff  # issue 3\n');
    expect([rules, problems]).toEqual([{ isOff: true, watched: [], allowed: [] }, []]);
  });

  it('allows leaks by patterns with reasons and days, and nothing but leaks', () => {
    const { rules, problems } = parse('\nallow leak of \\d+ bytes .* in edu_open until=2027-01-31  # issue 12\n');
    expect(problems).toEqual([]);
    expect(rules.allowed).toEqual([
      {
        kind: 'allow',
        only: 'leak',
        pattern: /leak of \d+ bytes .* in edu_open/,
        reason: 'issue 12',
        until: '2027-01-31',
        file: '/s/info/leaks',
        line: 2,
      },
    ]);
  });

  it('names further modules as the kernel does', () => {
    expect(parse('watch e1000e i2c-stub # two\nwatch nvme').rules.watched).toEqual(['e1000e', 'i2c_stub', 'nvme']);
  });

  it.each([
    ['allow', '1: expected a regular expression after allow, found nothing'],
    ['alow leak', '1: expected off, watch MODULE or allow REGEX, found "alow leak"'],
    ['require leak', '1: expected off, watch MODULE or allow REGEX, found "require leak"'],
    ['watch', '1: expected names of modules behind watch, found none'],
    ['watch a/b', '1: expected the name of a kernel module, found "a/b"'],
    ['watch edu\noff', '2: off stands beside other lines, which have no meaning then'],
  ])('says what is wrong with %j', (text, expected) => {
    expect(parse(text).problems).toEqual([`/s/info/leaks:${expected}`]);
  });

  it.each(['allow (', 'allow .*', 'allow leak until=tomorrow'])('takes patterns as info/expect-console: %s', (text) => {
    expect(parse(text).problems).toHaveLength(1);
  });
});
