import { expect, it } from 'vitest';
import { failureAnnotations } from '../../../src/action/failure-annotations.ts';
import { sha256Of } from '../../../src/host/files/file-digest.ts';
import { failureIssues } from '../../../src/report/code-quality/code-quality.ts';
import { renderJunit } from '../../../src/report/junit/junit.ts';
import { renderSummary } from '../../../src/report/summary/summary.ts';
import { tapPieces } from '../../../src/report/tap/tap.ts';
import { renderFinal } from '../../../src/report/terminal/final.ts';
import type { SourcePlaces } from '../../../src/report/text/placed-failure.ts';
import { mergeResults } from '../../../src/results/merge/merge-results.ts';
import { cell, failedBuild, results, test, unbuilt } from './sample-results.ts';

const id = 'debian-6.12-small';
const log = `${id}/edu/build.log`;
const failed = results(
  [cell('debian:6.12', 'small', { builds: [failedBuild(id)] })],
  [unbuilt('edu/a', id), unbuilt('edu/b', id)],
);
const places: SourcePlaces = {
  source: (_, file) => (file.startsWith('driver/') ? `sub/${file}` : undefined),
  run: (testId) => `tests/${testId.split('/')[1] ?? ''}/run`,
};

it('the terminal shows the first error and the path of the log, and no console', () => {
  const text = renderFinal(failed, {
    color: false,
    columns: 100,
    resultsDirectory: 'qdt-results',
    readLog: () => undefined,
  });
  expect(text).toContain(
    "\n   include/linux/pci.h:7: error: expected ';'\n   the modules in /w/driver did not build\n",
  );
  expect(text).toContain(`\n   build log   qdt-results/${log}\n`);
  expect(text).not.toContain('console');
});

it('the summary, JUnit and TAP name the log, and no console', () => {
  const texts = [renderSummary(failed), renderJunit(failed), [...tapPieces(failed)].join('')];
  for (const text of texts) {
    expect(text).toContain(log);
    expect(text).not.toContain('console.log');
  }
  expect(renderSummary(failed)).toContain("- reason: `include/linux/pci.h:7: error: expected ';'`");
});

it('an annotation and an issue stand on the first line of the driver that the compiler refuses', () => {
  const annotations = failureAnnotations(failed, places);
  expect(annotations).toMatchObject([{ file: 'sub/driver/edu.c', line: 12, title: 'edu does not build' }]);
  expect(annotations[0]?.message).toContain(`All of the output: ${log}`);
  const issues = failureIssues(failed, places, sha256Of);
  expect(issues).toMatchObject([
    { check_name: 'qemu-driver-test/build', location: { path: 'sub/driver/edu.c', lines: { begin: 12 } } },
  ]);
  expect(issues[0]?.description).toContain(log);
});

it('the summary counts the warnings of builds, the same ones once for all kernels', () => {
  const warned = (kernel: string): ReturnType<typeof cell> => {
    const { messages, ...build } = failedBuild(`${kernel.replace(':', '-')}-small`);
    return cell(kernel, 'small', {
      builds: [
        { ...build, outcome: 'built', errors: 0, messages: messages.filter(({ severity }) => severity === 'warning') },
      ],
    });
  };
  const cells = [warned('debian:6.1'), warned('debian:6.12')];
  const summary = renderSummary(results(cells, [test('edu/a', 'debian-6.1-small')]));
  expect(summary).toContain(
    '- ⚠️ 1 compiler warning in `edu` for `debian:6.1`, `debian:6.12`: `driver/edu.c:14: unused variable` ' +
      '(`debian-6.1-small/edu/build.log`)',
  );
});

it('a merge keeps the builds of all parts', () => {
  const other = { ...failedBuild(id), suite: 'other', log: `${id}/other/build.log` };
  const parts = [
    { name: 'one', results: failed },
    {
      name: 'two',
      results: results(
        [cell('debian:6.12', 'small', { builds: [other] })],
        [{ ...unbuilt('other/a', id), buildLog: other.log }],
      ),
    },
  ];
  const merged = mergeResults({ inputs: parts, expected: [], unreadable: [] });
  expect(merged.kind === 'merged' && merged.results.cells[0]?.builds?.map(({ suite }) => suite)).toEqual([
    'edu',
    'other',
  ]);
});
