// Runs tests on simulated machines, with everything that a real run does around them, including results on disk, and
// reports the peak memory. A separate process, so that only its memory counts. memory.ts bundles it and runs it:
// node simulated-run.mjs TESTS DIRECTORY [REPEAT [quiet|talkative]]
import { join } from 'node:path';
import { prepareResultsDirectory, reportRecord } from '../../src/app/results-directory.ts';
import { JudgeThreads } from '../../src/engine/judging/judge-threads.ts';
import { keepHeapSmall } from '../../src/host/resources.ts';
import { fakeQemu } from '../../test/fake-qemu/scenario.ts';
import { runEngine } from '../../test/unit/engine/engine-rig.ts';
import { fakeSupplies } from '../../test/unit/engine/fake-supplies.ts';
import { planOf } from './plan-of.ts';
import { type GuestKind, simulatedGuest } from './simulated-guest.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

const [tests = '10', directory = '', repeat = '1', kind = 'quiet'] = process.argv.slice(2);
keepHeapSmall();
const plan = planOf(writeTrivialSuite(directory, Number(tests)));
const outDirectory = join(directory, 'results');
prepareResultsDirectory(outDirectory);
const guest = fakeQemu(simulatedGuest(kind as GuestKind), directory);
const supplies = new Map(plan.cells.map((cell) => [cell, fakeSupplies(guest, '/boot/initramfs')]));
using judge = new JudgeThreads(join(import.meta.dirname, 'judge-worker.mjs'));
await runEngine({ plan, supplies, outDirectory, start: 'cold', jobs: 2, repeat: Number(repeat), judge });
tell('when its tests had run');
await judge.end();
const { results, tests: recorded } = reportRecord(
  { directory: outDirectory, name: outDirectory, unwritten: [] },
  (event) => {
    if (event.kind === 'warning') throw new Error(event.message);
  },
);
tell('when its reports were written');
const expected = kind === 'quiet' ? results.totals.pass : results.totals.crash;
const attempts = recorded.reduce((sum, test) => sum + test.attempts.length, 0);
if (expected !== plan.tests.length || attempts !== plan.tests.length * Number(repeat)) {
  throw new Error(
    `of ${plan.tests.length} simulated tests with ${attempts} attempts ${expected} ended as they should: ` +
      (results.tests[0]?.reason ?? ''),
  );
}

/** The kernel's own high-water mark, which includes judging threads. */
function tell(when: string): void {
  process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most ${when}\n`);
}
