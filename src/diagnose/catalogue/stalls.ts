import type { ReportKind } from './report-kind.ts';

const loop = { from: 'loop', seen: 'at-once' } as const;
const wait = { from: 'wait' } as const;
const trace = { from: 'trace' } as const;
/** A task's name may contain a line feed. */
const task = String.raw`^(?:INFO: task .{1,80}|(?!.{0,40}INFO: task ).{0,40}:\d+)`;

/** Processors and tasks without progress, and code that sleeps where it must not. */
export const stalls: readonly ReportKind[] = [
  {
    kind: 'rcu-stall',
    needle: 'detected ',
    header: /^(?:rcu: )?INFO: rcu_\w+ (?:self-)?detected (?:expedited )?stalls?/,
    title: 'INFO: rcu detected stall in {guilty}',
    guilty: [{ from: 'loop', seen: 'below-interrupt' }],
    absorbs: /^Kernel panic - not syncing: RCU Stall/,
  },
  {
    kind: 'soft-lockup',
    needle: 'soft lockup - CPU#',
    header: /^(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#/,
    title: 'BUG: soft lockup in {guilty}',
    guilty: [loop],
    absorbs: /^Kernel panic - not syncing: softlockup/,
  },
  {
    kind: 'hard-lockup',
    needle: ' LOCKUP',
    header: new RegExp(
      String.raw`^(?:NMI )?[Ww]atchdog:? (?:CPU\d+: )?(?:Watchdog )?(?:detected hard LOCKUP on cpu|` +
        String.raw`CPU:? ?\d+ (?:Hard|detected) (?:LOCKUP|hard LOCKUP)|CPU \d+ self-detected hard LOCKUP)`,
    ),
    title: 'BUG: hard lockup in {guilty}',
    guilty: [loop],
    absorbs: /^Kernel panic - not syncing: Hard LOCKUP/,
  },
  {
    kind: 'soft-lockup',
    needle: 'workqueue lockup',
    header: /^BUG: workqueue lockup - pool/,
    title: 'BUG: workqueue lockup',
    stackless: true,
  },
  {
    kind: 'hung-task',
    needle: ' for more than ',
    header: new RegExp(`${task} blocked (?:in I/O wait )?for more than \\d+ seconds`),
    title: 'INFO: task hung in {guilty}',
    guilty: [wait],
    absorbs: /^Kernel panic - not syncing: hung_task/,
  },
  {
    kind: 'hung-task',
    needle: "can't die for more than ",
    header: new RegExp(`${task} can't die for more than `),
    title: "INFO: task can't die in {guilty}",
    guilty: [wait],
    absorbs: /^Kernel panic - not syncing: hung_task/,
  },
  {
    kind: 'atomic-sleep',
    needle: 'sleeping function called from',
    header: /^BUG: sleeping function called from (?<context>invalid context|illegal context)/,
    title: 'BUG: sleeping function called from {context} in {guilty}',
    guilty: [trace],
  },
  {
    kind: 'atomic-sleep',
    needle: 'scheduling while atomic',
    header: /^BUG: scheduling while atomic/,
    title: 'BUG: scheduling while atomic in {guilty}',
    guilty: [trace],
    skip: ['schedule'],
    absorbs: /^Kernel panic - not syncing: scheduling while atomic/,
  },
  {
    kind: 'atomic-sleep',
    needle: 'in preemptible',
    header: /^BUG: using (?<access>\w+\(\)) in preemptible/,
    title: 'BUG: using {access} in preemptible code in {guilty}',
    guilty: [trace],
    skip: ['preemption'],
  },
  {
    kind: 'atomic-sleep',
    needle: 'BUG: assuming ',
    header: /^BUG: assuming (?<context>atomic|non migratable) context at/,
    title: 'BUG: assuming {context} context in {guilty}',
    guilty: [trace],
    skip: ['preemption'],
  },
];
