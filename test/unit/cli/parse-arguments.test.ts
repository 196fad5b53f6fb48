import { describe, expect, it } from 'vitest';
import { commandHelp, generalHelp } from '../../../src/cli/help.ts';
import { type CommandEntry, commands } from '../../../src/command/option-table.ts';
import { parseArguments, type ParsedArguments, UsageError } from '../../../src/command/parse-arguments.ts';

const command: CommandEntry = {
  name: 'run',
  operands: 'SUITE…',
  summary: 'run the tests of suites',
  options: [
    { name: 'kernel', value: 'SPEC', repeatable: true, help: 'kernel to test' },
    { name: 'out', value: 'DIR', help: 'directory for the results' },
    { name: 'verbose', help: 'say more' },
    { name: 'shuffle', value: 'SEED', isValueOptional: true, help: 'any order' },
  ],
};

describe('parseArguments', () => {
  it('tells operands, switches and values apart, in any order', () => {
    const parsed = parse('a', '--kernel', 'debian:6.1', '--verbose', 'b', '--kernel=debian:6.12', '--out', 'x');
    expect([parsed.operands, parsed.flag('verbose'), parsed.values('kernel'), parsed.value('out')]).toEqual([
      ['a', 'b'],
      true,
      ['debian:6.1', 'debian:6.12'],
      'x',
    ]);
  });

  it('takes the last of an option that is given twice', () => {
    expect(parse('--out', 'x', '--out', 'y').value('out')).toBe('y');
  });

  it('reports what is missing', () => {
    const parsed = parse();
    expect([parsed.operands, parsed.flag('verbose'), parsed.values('kernel'), parsed.value('out')]).toEqual([
      [],
      false,
      [],
      undefined,
    ]);
  });

  it('takes the value of an option that may have none only from behind an equals sign', () => {
    const [without, given] = [parse('--shuffle', 'suite'), parse('--shuffle=7', 'suite')];
    expect([without.value('shuffle'), without.operands, given.value('shuffle')]).toEqual(['', ['suite'], '7']);
  });

  it('takes everything after -- for operands, and empty values for values', () => {
    const parsed = parse('--out=', '--', '--verbose', '-x');
    expect([parsed.operands, parsed.value('out')]).toEqual([['--verbose', '-x'], '']);
  });

  it.each([
    [['--colour'], 'run has no option --colour. Its options: --kernel --out --verbose --shuffle'],
    [['-v'], 'run has no option -v. Its options: --kernel --out --verbose --shuffle'],
    [['--kernels', 'x'], 'run has no option --kernels. Its options: --kernel --out --verbose --shuffle'],
    [['--out'], "Option '--out <value>' argument missing"],
    [['--verbose=yes'], "Option '--verbose' does not take an argument"],
  ])('refuses %j', (words, message) => {
    expect(() => parse(...words)).toThrow(new UsageError(message, ['run']));
  });

  it('refuses an option in the place of a value', () => {
    expect(() => parse('--out', '--verbose')).toThrow(/^Option '--out' argument is ambiguous/);
  });
});

describe('help', () => {
  it('shows all commands and the exit statuses', () => {
    const help = generalHelp('0.1.0');
    for (const { name, summary } of commands)
      expect(
        help.split('\n').filter((line) => line.startsWith(`  ${name} `) && line.endsWith(`   ${summary}`)),
      ).toHaveLength(1);
    expect(help).toContain(
      'Exit status: 0 every test as expected · 1 a test was not · 2 wrong usage or invalid suite · 69 ' +
        'nothing could be concluded\n',
    );
    expect(help.startsWith('qemu-driver-test 0.1.0: ')).toBe(true);
  });

  it('shows each option of a command, in columns', () => {
    expect(commandHelp(command)).toBe(
      [
        'Usage: qemu-driver-test run [OPTIONS] SUITE…',
        '',
        'Run the tests of suites.',
        '',
        '  --kernel SPEC      kernel to test (repeatable)',
        '  --out DIR          directory for the results',
        '  --verbose          say more',
        '  --shuffle[=SEED]   any order',
        '',
      ].join('\n'),
    );
  });

  it('of every command offers --help, and fits a terminal of 132 columns', () => {
    for (const entry of commands) {
      const help = commandHelp(entry);
      expect(help).toContain('  --help ');
      expect(help.split('\n').filter((line) => line.length > 132)).toEqual([]);
    }
  });
});

function parse(...words: readonly string[]): ParsedArguments {
  return parseArguments(command, words);
}
