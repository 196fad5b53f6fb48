// Runs so many tests on simulated machines, with everything that a real run does around them, results on disk included.
// A process of its own, so that its memory is its own: node simulated-run.ts TESTS DIRECTORY
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assembleResults } from '../../src/app/results.ts';
import { prepareResultsDirectory, writeResults } from '../../src/app/results-directory.ts';
import { runPlan } from '../../src/engine/run-plan.ts';
import { chooseStarts } from '../../src/engine/starts.ts';
import type { CellSupplies } from '../../src/engine/supplies.ts';
import { ModelPool } from '../../src/engine/model-pool.ts';
import { keepHeapSmall } from '../../src/host/heap-size.ts';
import { fakeQemu } from '../../test/fake-qemu/scenario.ts';
import { planOf } from './plan-of.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

const [tests = '10', directory = ''] = process.argv.slice(2);
keepHeapSmall();
mkdirSync(directory, { recursive: true });
const plan = planOf(writeTrivialSuite(directory, Number(tests)));
const outDirectory = join(directory, 'results');
prepareResultsDirectory(outDirectory);
const supplies = new Map(plan.cells.map((cell) => [cell, simulatedSupplies(directory)]));
const startedAt = new Date();
const outcome = await runPlan({
  plan,
  supplies,
  accelerator: { accelerator: 'tcg', reason: 'simulated', advice: undefined, fallsBack: false },
  starts: chooseStarts({ plan, supplies, start: 'cold', repeat: 1 }),
  order: { kind: 'shuffled', seed: 0 },
  repeat: 1,
  memoryDump: false,
  jobs: 2,
  outDirectory,
  modelPool: new ModelPool('no test has a model', () => Promise.reject(new Error('no test has a model'))),
  listener: () => undefined,
  signal: new AbortController().signal,
});
const host = { accelerator: 'tcg', acceleratorReason: 'simulated', cpus: 2, memoryMiB: 0 } as const;
const results = assembleResults({ version: '0', startedAt, durationMs: 0, host, plan, supplies, cwd: directory, options: { invocation: [] }, shuffleSeed: undefined }, outcome);
writeResults(outDirectory, results);
if (results.totals.pass !== plan.tests.length) throw new Error(`${plan.tests.length - results.totals.pass} of ${plan.tests.length} simulated tests did not pass: ${results.tests.find(({ ok }) => !ok)?.reason ?? ''}`);

function simulatedSupplies(place: string): CellSupplies {
  return {
    qemu: fakeQemu({}, place),
    kernel: { spec: 'simulated', release: '6.1.0-fake', sha256: '0'.repeat(64), bootImage: '/boot/vmlinux', bootFormat: 'vmlinux', modulesDirectory: undefined },
    archive: { path: '/boot/initramfs', hasVirtFs: true },
    statefulDevices: new Set(),
    builds: new Map(),
  };
}
