import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { judge, type JudgeInput } from '../../../src/diagnose/judge.ts';
import { rulesOf, type Verdict } from '../../../src/diagnose/verdict.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import type { Ending, PostMortemTexts, RunRecord, StageName } from '../../../src/run/evidence/run-record.ts';
import type { Suite, SuiteTest } from '../../../src/suite/suite.ts';
import { planOf, suite, suiteTest } from '../plan/plan-request.ts';

export const panicConsole = `[    0.000000] Linux version 6.1.0-fake
[    2.100001] sysrq: Trigger a crash
[    2.100002] Kernel panic - not syncing: sysrq triggered crash
[    2.100003] CPU: 0 PID: 71 Comm: sh Not tainted 6.1.0-56-amd64 #1  Debian 6.1.0-1
[    2.100004] Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16 04/01/2014
[    2.100005] Call Trace:
[    2.100006]  <TASK>
[    2.100007]  dump_stack_lvl+0x44/0x5c
[    2.100008]  panic+0x118/0x2ed
[    2.100009]  sysrq_handle_crash+0x16/0x20
[    2.100010]  </TASK>
[    2.100011] ---[ end Kernel panic - not syncing: sysrq triggered crash ]---
`;

export const warningConsole = `[    0.000000] Linux version 6.1.0-fake
[    2.345678] ------------[ cut here ]------------
[    2.345679] WARNING: CPU: 0 PID: 71 at /src/driver/misbehave.c:21 misbehave_set+0x2a/0x50 [misbehave]
[    2.345680] Modules linked in: misbehave(OE) 9p(E)
[    2.345681] CPU: 0 PID: 71 Comm: run Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.0-1
[    2.345682] RIP: 0010:misbehave_set+0x2a/0x50 [misbehave]
[    2.345683] Call Trace:
[    2.345684]  <TASK>
[    2.345685]  param_attr_store+0x9a/0xf0
[    2.345686]  </TASK>
[    2.345687] ---[ end trace 0000000000000000 ]---
`;

export const hungTaskConsole = `[    0.000000] Linux version 6.1.0-fake
[  242.345678] INFO: task run:71 blocked for more than 120 seconds.
[  242.345679]       Tainted: G           OE      6.1.0-56-amd64 #1
[  242.345680] "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
[  242.345681] task:run             state:D stack:0     pid:71    ppid:1      flags:0x00004002
[  242.345682] Call Trace:
[  242.345683]  <TASK>
[  242.345684]  __schedule+0x34d/0x9e0
[  242.345685]  misbehave_wait+0x20/0x30 [misbehave]
[  242.345686]  </TASK>
`;

export interface RecordChanges {
  readonly ending?: Ending;
  readonly consoleText?: string;
  readonly runOutput?: string;
  /** Exit status by stage; undefined: it did not end. */
  readonly statuses?: Partial<Record<StageName, number | undefined>>;
  readonly test?: Partial<SuiteTest>;
  readonly suite?: Partial<Suite>;
  readonly postMortem?: PostMortemTexts;
  readonly devices?: RunRecord['devices'];
}

export function plannedTest({
  test = {},
  suite: suiteChanges = {},
}: Pick<RecordChanges, 'test' | 'suite'> = {}): PlannedTest {
  const [planned] = planOf([
    suite('/suites/edu', [], { tests: [suiteTest('/suites/edu', 'probe', test)], ...suiteChanges }),
  ]).tests;
  if (planned === undefined) throw new Error('expected a plan with one test, found none');
  return planned;
}

/** What a judge gets of such a test. */
export function judgeInput(changes: RecordChanges = {}): JudgeInput {
  const { consoleText = '', runOutput = '', postMortem } = changes;
  return {
    record: runRecord(changes),
    texts: { console: consoleText, runOutput, ...(postMortem === undefined ? {} : { postMortem }) },
    rules: rulesOf(plannedTest(changes)),
  };
}

/** What was seen of a test whose `run` ended with status 0 and whose machine powered off, but for the changes. */
export function runRecord({
  ending = { kind: 'completed' },
  statuses = { run: 0 },
  postMortem,
  devices = [],
}: RecordChanges = {}): RunRecord {
  return {
    start: 'cold',
    startedAt: new Date(0),
    startMs: 2300,
    durationMs: 2600,
    isHeard: true,
    ending,
    // Object.entries widens the keys, which are those of the record above.
    stages: (Object.entries(statuses) as [StageName, number | undefined][]).map(([name, exitStatus]) => ({
      name,
      exitStatus,
      durationMs: 1,
      log: `logs/${name}.log`,
    })),
    directory: 'cell/edu/probe',
    consolePath: 'cell/edu/probe/console.log',
    artifacts: [],
    devices,
    ...(postMortem === undefined ? {} : { postMortem: { files: [] } }),
    notes: [],
  };
}

/** The verdict on a test of `judgeInput`, whose cell reported these bugs when it booted. */
export function judged(changes: RecordChanges, bootFingerprints: ReadonlySet<string> = new Set()): Verdict {
  return judge(judgeInput(changes), { bootFingerprints, today: '2026-11-22' });
}

/** Of the first bug on a console. */
export function titleOf(consoleText: string): string {
  const [bug] = findBugs(consoleText);
  if (bug === undefined) throw new Error('expected a bug on this console, found none');
  return bug.title;
}
