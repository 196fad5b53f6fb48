import { describe, expect, test as it } from 'vitest';
import { renderSummary } from '../../../src/report/summary/summary.ts';
import { codeBlock, codeSpan } from '../../../src/report/text/markdown.ts';
import { cell, crash, oops, results, test } from './sample-results.ts';

const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2300, findings: [] } });
const big = cell('debian:6.12', 'big');

describe('summary.md', () => {
  it('shows the row of a test with a table', () => {
    const parameters = { SIZE: '4096', MODE: '`' };
    const tests = [test('edu/dma@4096', small.id, { outcome: 'fail', ok: false, reason: 'no', parameters })];
    expect(renderSummary(results([small], tests))).toContain(
      "\n- parameters: ``SIZE=4096 'MODE=`'``\n- reason: `no`\n",
    );
  });

  it('tells tests that were not run from errors', () => {
    const lost = {
      outcome: 'error',
      ok: false,
      reason: 'not run: after 1 failure, --bail started no more tests',
    } as const;
    const tests = [
      test('edu/a', small.id, { outcome: 'error', ok: false, reason: 'setup failed' }),
      test('edu/b', small.id, lost),
    ];
    const bail = { failures: 1, notRun: [{ id: 'edu/b', cell: small.id }] };
    const summary = renderSummary(results([small], tests, { bail }));
    expect(summary).toContain('❌ **Stopped after 1 failure: 1 of 2 tests was not run · 0 of 2 as expected · 1 could');
    expect(summary).toContain('- not run: `edu/b (debian:6.12 · small)`\n');
    expect(summary).toContain('| `edu/a` | ❌ **error** |\n| `edu/b` | ❌ not run |\n');
    expect(summary.match(/^### /gm)).toHaveLength(1);
  });

  it('gives the answer, the table, each distinct failure once, and timings', () => {
    const tests = [
      test('edu/probe', small.id),
      test('edu/probe', big.id, { outcome: 'skip', reason: 'no' }),
      crash('edu/dma', small.id, {
        findings: [{ ...oops, report: 'BUG: here\n at edu' }],
        notes: ['console.log: 3 MB left out'],
      }),
      crash('edu/dma', big.id),
      crash('edu/oops', small.id, { ok: true }),
      test('edu/unload', big.id, { ok: false, expected: 'any failure' }),
    ];
    const verdict =
      '3 of 6 as expected (1 passed, 1 skipped, 1 failed as it should) · 2 crashed · ' +
      '1 passed but should not have · 19 s';
    const took = (id: string, cell: string): string => `\`edu/${id}\` in \`debian-6.12-${cell}\` 2.4 s`;
    const slowest = [
      took('probe', 'small'),
      took('probe', 'big'),
      took('dma', 'small'),
      took('dma', 'big'),
      took('oops', 'small'),
    ];
    expect(renderSummary(results([small, big], tests))).toBe(`❌ **${verdict}**

| test | \`debian-6.12-small\` | \`debian-6.12-big\` |
| --- | --- | --- |
| \`edu/probe\` | ✓ pass | – skip |
| \`edu/dma\` | ❌ **crash** | ❌ **crash** |
| \`edu/oops\` | x crash, as expected |  |
| \`edu/unload\` |  | ❌ **pass, not expected** |

## Not as expected

### 1. \`BUG: kernel NULL pointer dereference in edu_dma_done\` (crash)

- \`edu/dma\` in \`debian-6.12-small\`, \`debian-6.12-big\`
- source: \`driver/edu.c:214\`
- reason: \`the kernel reported: BUG: kernel NULL pointer dereference in edu_dma_done\`
- took: boot 2.1 s, run 0.3 s (did not end); 2.4 s in all
- console: \`debian-6.12-small/edu/dma/console.log:812\`
- output of run: \`debian-6.12-small/edu/dma/logs/run\`
- note: \`console.log: 3 MB left out\`

\`\`\`text
BUG: here
 at edu
\`\`\`

Again:

\`\`\`sh
qemu-driver-test run examples/edu --test edu/dma --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
\`\`\`

### 2. \`edu/unload\` passed but should not have

- \`edu/unload\` in \`debian-6.12-big\`
- reason: \`It passed, but any failure was expected. If the bug is fixed, remove its info/expect-failure.\`
- took: boot 2.1 s, run 0.3 s; 2.4 s in all
- console: \`debian-6.12-big/edu/unload/console.log\`

Again:

\`\`\`sh
qemu-driver-test run examples/edu --test edu/unload --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
\`\`\`

## Timings

| cell | kernel | machine | QEMU | boot | per test (median) |
| --- | --- | --- | --- | --- | --- |
| \`debian-6.12-small\` | \`6.12.0-1-amd64\` | \`-m 256 -smp 1\` | \`11.1.3\` | ok, 2.3 s | 2.4 s |
| \`debian-6.12-big\` | \`6.12.0-1-amd64\` | \`-m 512 -smp 2\` | \`11.1.3\` | by the tests | 2.4 s |

TCG on 2 CPUs and 4096 MiB: \`no /dev/kvm\`

Slowest: ${slowest.join(', ')}.
`);
  });

  it('shows compiler output unchanged', () => {
    const reason =
      "driver did not build for debian:6.12:\nedu.c:3:1: error: unknown type name 'foo'\n    3 | foo x;\n      | ^~~";
    const summary = renderSummary(
      results(
        [small],
        [test('edu/probe', small.id, { outcome: 'error', ok: false, reason, startMs: null, stages: [] })],
      ),
    );
    expect(summary).toContain('- reason: `driver did not build for debian:6.12:`\n');
    expect(summary).toContain(`\`\`\`text\n${reason}\n\`\`\`\n`);
  });

  it('says that nothing could be concluded', () => {
    const tests = [test('edu/probe', small.id, { outcome: 'error', ok: false, reason: 'no', startMs: null })];
    const [verdict] = renderSummary(results([small], tests, { exitStatus: 69 })).split('\n');
    expect(verdict).toBe('❌ **Nothing could be concluded · 0 of 1 as expected · 1 could not be judged · 19 s**');
  });

  it('stays below GitHub’s size limit, and notes what is missing', () => {
    const report = `${'\u{1f600}'.repeat(200)}\n`.repeat(100);
    const cells = Array.from({ length: 40 }, (_, index) => cell(`debian:6.${index}`, 'small'));
    const tests = cells.flatMap(({ id }, c) =>
      Array.from({ length: 400 }, (_, index) => {
        const finding = { ...oops, fingerprint: `${c} ${index}`, report, title: '`x'.repeat(3000) };
        return index > 10
          ? test(`edu/t${index}`, id)
          : crash(`edu/t${index}`, id, {
              findings: [finding],
              notes: Array.from({ length: 500 }, () => 'n'.repeat(2000)),
            });
      }),
    );
    const summary = renderSummary(results(cells, tests));
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
    expect(summary).toContain('…and 100 more tests, in `results.json`.');
    expect(summary).toContain('…and 24 more cells, in `results.json`.');
    expect(summary).toMatch(/…and \d+ more, in `results\.json` and `junit\.xml`\./);
    expect(summary).toContain('## Timings');
  });
});

describe('text from a guest in Markdown', () => {
  it.each([
    ['plain', '`plain`'],
    ['a `b` ``c', '```a `b` ``c```'],
    ['`', '`` ` ``'],
    ['a | b', '`a ¦ b`'],
    ['two\nlines', '`two lines`'],
    [' ', '(empty)'],
  ])('%j becomes %s', (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it('gets a fence that is longer than any in it', () => {
    expect(codeBlock('a\n```\nb\n`````\n', 'text')).toBe('``````text\na\n```\nb\n`````\n``````');
    expect(codeBlock('a\r```\r\nb', 'sh')).toBe('````sh\na\n```\nb\n````');
  });

  it('stands in code spans and code blocks only', () => {
    const hostile =
      'GUEST @octocat #1 GH-2 <img src=x onerror=1> ![i](http://evil) [l](javascript:1) http://evil <!-- `` ' +
      '` ```\n\n````\n~~~\n# GUEST | \\` \x1b]8;;http://evil\x07 *GUEST* :tada: $GUEST$ &lt;\n\n> GUEST';
    const finding = {
      ...oops,
      title: hostile,
      fingerprint: hostile,
      report: hostile,
      source: { file: hostile, line: 1 },
    };
    const all = {
      reason: hostile,
      expected: hostile,
      notes: [hostile],
      subtests: [{ name: hostile, status: 'fail', reason: hostile }],
      reproduce: hostile,
      shell: hostile,
      console: hostile,
      description: hostile,
    } as const;
    const evilCell = cell('debian:6.12', 'small', {
      id: hostile,
      kernel: { spec: hostile, release: hostile, sha256: '' },
      machine: { name: hostile, args: [hostile] },
      qemu: { version: hostile, sha256: '' },
    });
    const tests = [
      crash(hostile, hostile, { ...all, findings: [finding, finding] }),
      ...['a', 'b', 'c', 'd', 'e'].map((id) => test(`${hostile}${id}`, hostile, { ...all, ok: false })),
    ];
    const outside = withoutCode(
      renderSummary(
        results([evilCell], tests, { host: { accelerator: 'tcg', acceleratorReason: hostile, cpus: 1, memoryMiB: 1 } }),
      ),
    );
    expect(outside).not.toMatch(/GUEST|evil|octocat|tada|[<>@[\]&$`\\]|#\d/);
    expect(outside).toContain('## Timings');
  });
});

/** What CommonMark would read as something other than code: fenced blocks first, then spans line by line. */
function withoutCode(markdown: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const run = /^(`{3,})([^`]*)$/.exec(line);
    if (fence === undefined && run?.[1] !== undefined) fence = run[1];
    else if (fence === undefined) kept.push(line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'CODE'));
    else if (run?.[2] === '' && run[1] !== undefined && run[1].length >= fence.length) fence = undefined;
  }
  return kept.join('\n');
}
