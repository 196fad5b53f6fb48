import { describe, expect, it } from 'vitest';
import { parseSketch, problemsOf, goodTest } from './memory-tree.ts';

/** A suite with the test `t` that has this table. */
function withTable(text: string): ReturnType<typeof parseSketch> {
  return parseSketch({ a: goodTest, t: { ...goodTest, info: { each: text, tags: 'slow' } } });
}

describe('a table', () => {
  it('makes a test of each row, in its order, with the values by the names of columns', () => {
    const parse = withTable('# what is written\n\nSIZE MODE  # per transfer\n4096 "read and write"\n16\t\'\'\n');
    expect(problemsOf(parse)).toEqual([]);
    const common = { directory: '/work/edu/t', run: '/work/edu/t/run', tags: ['slow'] };
    const file = '/work/edu/t/info/each';
    expect(parse).toMatchObject({
      suite: {
        tests: [
          { name: 'a', row: undefined },
          { ...common, name: 't@4096', row: { name: '4096', file, line: 4 } },
          { ...common, name: 't@16', row: { name: '16', file, line: 5 } },
        ],
      },
    });
    const variables = parse.kind === 'suite' ? parse.suite.tests.map(({ row }) => [...(row?.variables ?? [])]) : [];
    expect(variables).toEqual([
      [],
      [
        ['SIZE', '4096'],
        ['MODE', 'read and write'],
      ],
      [
        ['SIZE', '16'],
        ['MODE', ''],
      ],
    ]);
  });

  const example = 'For example: a line "SIZE MODE", and below it "16 read" and "4096 write".';

  it.each([
    [
      'nothing',
      '# to do\n',
      [`1: expected a table, found nothing\n  hint: Without the file, the test runs once. ${example}`],
    ],
    [
      'no row',
      '\nSIZE\n',
      [`2: expected at least one row below the names of the columns, found none\n  hint: ${example}`],
    ],
    [
      'a column that is no variable',
      'SIZE-1 2ND\na b\n',
      ['SIZE-1', '2ND'].map(
        (name) =>
          `1: expected the name of a variable (a letter, then letters, digits and "_"), found "${name}"\n  ` +
          `hint: The first line names the columns. ${example}`,
      ),
    ],
    [
      'columns that mean something else',
      'PATH QDT_TEST LD_PRELOAD\na b c\n',
      ['PATH', 'QDT_TEST', 'LD_PRELOAD'].map(
        (name) =>
          `1: a column may not be called "${name}": every stage has a variable with that meaning\n  ` +
          'hint: Choose another name.',
      ),
    ],
    ['a column twice', 'A B A\na b c\n', ['1: two columns are called "A"\n  hint: Rename one.']],
    [
      'rows that are too short and too long',
      'A B\na\nb c d\n',
      ['2: expected 2 values (A B), found 1', '3: expected 2 values (A B), found 3'].map(
        (message) => `${message}\n  hint: Quote a value with blanks, and write '' for an empty one.`,
      ),
    ],
    [
      'a name that cannot be a part of a path',
      'A B\n"read only" 1\n',
      [
        '2: the first column (A) names the test: a name may hold letters, digits, ".", "_" and "-", found ' +
          '"read only"\n  hint: Put a column with short names first.',
      ],
    ],
    [
      'a name twice, where file names ignore case',
      'A B\nread 1\nwrite 2\nREAD 3\n',
      [
        '4: two rows are called "READ": the first is on line 2\n  hint: The first column names the test. Put a ' +
          'column with different names first.',
      ],
    ],
    [
      'values that the guest would not get as they are',
      `A B C\na "x " "\ty"\nb ${'x'.repeat(1001)} ok\n`,
      [
        '2: expected no blank at the end, found "x "',
        '2: expected no tabs and no control characters, found "\\ty"',
        `3: expected at most 1000 characters, found "${'x'.repeat(57)}…"`,
      ].map((message) => `${message}\n  hint: Put such data into a file in data/, and its name into the table.`),
    ],
    [
      'a quote that is never closed',
      'A B\na "b\nc d\n',
      ['2: the quote " is opened here and never closed\n  hint: Close it, or write \\" for the character itself.'],
    ],
  ])('with %s is a problem', (_title, text, problems) => {
    expect(problemsOf(withTable(text))).toEqual(problems.map((problem) => `edu/t/info/each:${problem}`));
  });

  it('has a limited number of rows and columns', () => {
    const row = (index: number): string => `r${index}\n`;
    const rows = Array.from({ length: 1001 }, (_, index) => row(index)).join('');
    expect(problemsOf(withTable(`A\n${rows}`))).toEqual([
      'edu/t/info/each: expected at most 1000 rows, found 1001\n  hint: Each row is a test with a machine of its ' +
        'own. Share the rows between several tests.',
    ]);
    const columns = Array.from({ length: 33 }, (_, index) => `C${index}`).join(' ');
    expect(problemsOf(withTable(`${columns}\n${columns}\n`))).toEqual([
      `edu/t/info/each:1: expected at most 32 columns, found 33\n  hint: ${example}`,
    ]);
  });

  it('does not repeat a problem of its test for each row', () => {
    const parse = parseSketch({ t: { run: 'no execute bit', info: { each: 'A\na\nb\n' } } });
    expect(problemsOf(parse)).toEqual([
      'edu/t/run: expected an executable, found a file without the execute bit\n  hint: chmod +x edu/t/run',
    ]);
  });

  it('belongs to a test', () => {
    expect(problemsOf(parseSketch({ t: goodTest, info: { each: 'A\na\n' } }))).toEqual([
      'edu/info/each: "each" is a field of a test, not of a suite\n  hint: Move it to SUITE/TEST/info/each.',
    ]);
  });
});
