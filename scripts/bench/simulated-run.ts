// Runs so many tests on simulated machines, with everything that a real run does around them, results on disk included.
// A process of its own, so that its memory is its own: node simulated-run.ts TESTS DIRECTORY
import { join } from 'node:path';
import { reportRecord } from '../../src/app/report-record.ts';
import { prepareResultsDirectory } from '../../src/app/results-directory.ts';
import { keepHeapSmall } from '../../src/host/heap-size.ts';
import { fakeQemu } from '../../test/fake-qemu/scenario.ts';
import { fakeSupplies, runEngine } from '../../test/unit/engine/engine-rig.ts';
import { planOf } from './plan-of.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

const [tests = '10', directory = ''] = process.argv.slice(2);
keepHeapSmall();
const plan = planOf(writeTrivialSuite(directory, Number(tests)));
const outDirectory = join(directory, 'results');
prepareResultsDirectory(outDirectory);
const supplies = new Map(plan.cells.map((cell) => [cell, fakeSupplies(fakeQemu({}, directory), '/boot/initramfs')]));
await runEngine({ plan, supplies, outDirectory, start: 'cold', jobs: 2 });
const { results } = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: [] }, ({ kind }) => {
  if (kind === 'warning') throw new Error('a report could not be written');
});
if (results.totals.pass !== plan.tests.length) throw new Error(`${plan.tests.length - results.totals.pass} of ${plan.tests.length} simulated tests did not pass: ${results.tests.find(({ ok }) => !ok)?.reason ?? ''}`);
