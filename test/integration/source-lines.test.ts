import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnose/finding.ts';
import type { TestResult } from '../../src/results/results.ts';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';
import { inScope, nightlyIt } from './scope.ts';

const driver = 'test/integration/suites/source-lines/driver';

/** The bug of each test, and the file with the marked line. */
const bugs: Readonly<Record<string, { readonly title: string; readonly file: string }>> = {
  'warn-on': { title: 'WARNING in lines_warn', file: 'main.c' },
  'null-deref-inlined': {
    title: 'BUG: unable to handle kernel NULL pointer dereference in lines_set_twice',
    file: 'main.c',
  },
  'null-deref-in-header': {
    title: 'BUG: unable to handle kernel NULL pointer dereference in lines_read_in_header',
    file: 'lines.h',
  },
  'fault-in-kernel-function': {
    title: 'BUG: unable to handle kernel NULL pointer dereference in lines_search',
    file: 'main.c',
  },
  panic: { title: 'kernel panic: lines: asked to panic', file: 'main.c' },
  namesake: { title: 'BUG: unable to handle kernel NULL pointer dereference in lines_namesake', file: 'second.c' },
  'bug-in-second-file': { title: 'kernel BUG in lines_bug_in_second', file: 'second.c' },
  'null-deref-in-cold-section': {
    title: 'BUG: unable to handle kernel NULL pointer dereference in lines_rarely',
    file: 'main.c',
  },
  'null-deref-in-init': {
    title: 'BUG: unable to handle kernel NULL pointer dereference in sections_init',
    file: 'sections.c',
  },
  'warn-on-in-exit': { title: 'WARNING in sections_exit', file: 'sections.c' },
};

/** The single marked line of the suite's driver. */
function lineOf(file: string, mark: string): number {
  return lineWithMark(join(suites, 'source-lines/driver', file), mark);
}

function firstFinding({ findings }: TestResult): Finding {
  if (findings[0] === undefined) throw new Error('no finding');
  return findings[0];
}

const suite = join(suites, 'source-lines');
const cells = ['debian-6.1-default', 'debian-6.12-default'] as const;

describe('a bug in a driver', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([suite, '--kernel', 'debian:6.1', '--kernel', 'debian:6.12', '--accel', 'tcg']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('is triggered by every test of the suite', () => {
    const ids = run.results.tests.map(({ id }) => id.replace('source-lines/', ''));
    expect([...new Set(ids)].sort()).toEqual(Object.keys(bugs).sort());
    expect(run.results.tests.every(({ outcome }) => outcome === 'crash')).toBe(true);
  });

  describe.each(cells)('on %s', (cell) => {
    it.each(Object.entries(bugs))('leads to its line: %s', (name, { title, file }) => {
      const finding = firstFinding(run.test(name, cell));
      expect({ title: finding.title, source: finding.source }).toEqual({
        title,
        source: { file: `${driver}/${file}`, line: lineOf(file, `here: ${name}`) },
      });
    });

    it('has source lines in the report, and the kernel’s own text on the console', () => {
      const test = run.test('null-deref-inlined', cell);
      const { report } = firstFinding(test);
      expect(report).toContain(
        `\n lines_set (${driver}/main.c:${lineOf('main.c', 'here: null-deref-inlined')}) [inline]\nRIP: ` +
          '0010:lines_set_twice+',
      );
      expect(report).toMatch(
        new RegExp(
          'RIP: 0010:lines_set_twice\\+0x[\\da-f]+/0x[\\da-f]+ \\[lines\\] ' +
            `\\(${driver}/main\\.c:${lineOf('main.c', 'calls: null-deref-inlined')}\\)\\n`,
        ),
      );
      expect(run.read(test.console ?? '')).not.toContain(`${driver}/main.c`);
    });
  });

  it('is one failure for all cells, on the terminal and in the summary', () => {
    const summary = run.read('summary.md');
    const [, ...sections] = summary.split(/^### /m);
    expect(sections).toHaveLength(Object.keys(bugs).length);
    for (const section of sections) for (const cell of cells) expect(section).toContain(cell);
    expect(summary).toContain(`${driver}/main.c:${lineOf('main.c', 'here: panic')}`);
    expect(run.stdout).toContain(`${driver}/second.c:${lineOf('second.c', 'here: bug-in-second-file')}`);
    expect(run.stdout.split('\n').filter((line) => /^1\) /.test(line))).toHaveLength(1);
    expect(run.stdout).toMatch(/ {3}also +debian:6\.12 · default\n/);
  });

  nightlyIt('has the same fingerprint on every kernel, cloned or cold', async () => {
    const coldCells = inScope([cells[0]], [cells[1]]);
    const kernels = coldCells.flatMap((cell) => ['--kernel', cell.replace('-default', '').replace('-', ':')]);
    const args = [suite, ...kernels, '--test', '*/warn-on', '--test', '*/null-deref-in-cold-section', '--accel', 'tcg'];
    using cold = await runSuite([...args, '--start', 'cold']);
    const all = [...run.results.tests, ...cold.results.tests];
    expect([...new Set(all.map(({ start, cell }) => `${start} ${cell}`))].sort()).toEqual(
      [...cells.map((cell) => `clone ${cell}`), ...coldCells.map((cell) => `cold ${cell}`)].sort(),
    );
    const seen = new Set(all.map((test) => `${test.id} ${firstFinding(test).fingerprint}`));
    // One per test, all different.
    expect(seen.size).toBe(Object.keys(bugs).length);
    expect(new Set([...seen].map((pair) => pair.split(' ')[1])).size).toBe(seen.size);
  });
});

/** A directory with links to all programs on PATH except some. */
function pathWithout(excluded: RegExp): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'qdt-path-'));
  const linked = new Set<string>();
  for (const directory of (process.env['PATH'] ?? '').split(delimiter).filter(isDirectory)) {
    for (const name of readdirSync(directory)) {
      if (excluded.test(name) || linked.has(name)) continue;
      linked.add(name);
      symlinkSync(join(directory, name), join(path, name));
    }
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

it('keeps its verdict, with one warning, on a host that cannot read debug information', async () => {
  using programs = pathWithout(/^(?:addr2line|llvm-symbolizer(?:-\d+)?)$/);
  using run = await runSuite(
    [suite, '--kernel', 'debian:6.1', '--test', '*null-deref-inlined', '--test', '*warn-on', '--accel', 'tcg'],
    { env: { PATH: programs.path } },
  );
  const oops = firstFinding(run.test('null-deref-inlined'));
  expect({ title: oops.title, source: oops.source }).toEqual({
    title: bugs['null-deref-inlined']?.title,
    source: undefined,
  });
  expect(firstFinding(run.test('warn-on')).source).toEqual({
    file: `${driver}/main.c`,
    line: lineOf('main.c', 'here: warn-on'),
  });
  expect(`${run.stdout}${run.stderr}`.match(/Neither addr2line nor llvm-symbolizer was found/g)).toHaveLength(1);
});
