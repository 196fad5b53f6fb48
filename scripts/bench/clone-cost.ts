// node clone-cost.ts ACCELERATOR ROUNDS SCRATCH FILE: what a trivial test in a clone takes on an accelerator, beside
// QEMU alone. Writes a `CloneCost` to FILE.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Accelerator } from '../../src/machine/machine-spec.ts';
import { runQemuAlone } from './floor.ts';
import { runOnce } from './one-test.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { prepareSubject } from './subject.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

/** From the launch of QEMU until it is gone, in milliseconds. */
export interface CloneCost {
  readonly clone: Spread;
  /** QEMU starts, restores the guest, and is ended. */
  readonly qemuAlone: Spread;
  /** The boot of the saved machine, until its agent was ready. */
  readonly bootMs: number;
}

const [, , accelerator = '', rounds = '', scratch = '', file = ''] = process.argv;
if (file !== '') writeFileSync(file, JSON.stringify(await measure(accelerator as Accelerator)));

async function measure(on: Accelerator): Promise<CloneCost> {
  using subject = await prepareSubject({
    suiteDirectory: writeTrivialSuite(scratch, 1),
    guestDirectory: join(resolve(import.meta.dirname, '../..'), 'guest'),
    scratch,
    accelerator: on,
  });
  // The first fills the page cache, so it does not count.
  await runOnce(subject, 'clone', scratch);
  const cloneMs: number[] = [];
  const aloneMs: number[] = [];
  for (let round = 1; round <= Number(rounds); round++) {
    cloneMs.push((await runOnce(subject, 'clone', scratch)).durationMs);
    aloneMs.push((await runQemuAlone(subject, scratch)).durationMs);
  }
  return { clone: spreadOf(cloneMs), qemuAlone: spreadOf(aloneMs), bootMs: subject.templateBootMs };
}
