import type { ReportKind } from './report-kind.ts';

const trace = { from: 'trace' } as const;
const prefix = 'Kernel panic - not syncing: ';

/** panic(): usually the end of a report that started earlier. */
export const panics: readonly ReportKind[] = [
  {
    kind: 'stack-overflow',
    needle: 'stack-protector: ',
    header: new RegExp(
      '^(?:Kernel panic - not syncing: )?stack-protector: Kernel stack is corrupted in:? ' +
        String.raw`(?:\[?<?[\da-fx]{8,18}>?\]?|(?<func>[A-Za-z_][\w.$]*))?`,
    ),
    title: 'kernel panic: stack is corrupted in {guilty}',
    guilty: [{ from: 'header' }, trace],
    skip: ['stackCheck'],
    stackless: true,
  },
  {
    kind: 'stack-overflow',
    needle: 'corrupted stack end',
    header: /^Kernel panic - not syncing: corrupted stack end/,
    title: 'kernel panic: corrupted stack end in {guilty}',
    guilty: [{ from: 'loop', seen: 'at-once' }],
    skip: ['schedule'],
  },
  {
    kind: 'stack-overflow',
    needle: 'ernel stack overflow',
    header: /^Kernel panic - not syncing: [Kk]ernel stack overflow/,
    title: 'kernel panic: kernel stack overflow in {guilty}',
    guilty: [trace],
    follows: 'open-report',
  },
  {
    kind: 'oom',
    needle: 'emory',
    header: /^Kernel panic - not syncing: (?<what>System is deadlocked on memory|[Oo]ut of memory)/,
    title: 'kernel panic: {what}',
  },
  // Consequences of an earlier report. Alone, they mean that the report itself was lost.
  afterwards('(?:.*: )?Fatal exception', 'Fatal exception'),
  afterwards('(?:\\w+: )?panic_on_warn set', 'panic_on_warn set'),
  afterwards('hung_task: blocked tasks'),
  afterwards('softlockup: hung tasks'),
  afterwards('RCU Stall'),
  afterwards('Hard LOCKUP'),
  afterwards('Aiee, killing interrupt handler!'),
  afterwards('Attempted to kill the idle task!'),
  {
    kind: 'panic',
    needle: prefix,
    header: /^Kernel panic - not syncing: Attempted to kill init!/,
    title: 'kernel panic: Attempted to kill init!',
    follows: 'any-report',
  },
  {
    kind: 'panic',
    needle: prefix,
    header: /^Kernel panic - not syncing: (?<what>Couldn't open N_TTY ldisc)/,
    title: 'kernel panic: {what}',
  },
  {
    kind: 'panic',
    needle: prefix,
    header: /^Kernel panic - not syncing: (?<what>.*?\S)(?: \.\.\.)?\s*$/,
    title: 'kernel panic: {what}',
    follows: 'open-report',
  },
  {
    kind: 'panic',
    needle: 'Kernel panic - not syncing',
    header: /^Kernel panic - not syncing/,
    title: 'kernel panic',
    follows: 'open-report',
  },
];

function afterwards(message: string, title = message): ReportKind {
  return {
    kind: 'panic',
    needle: prefix,
    header: new RegExp(`^Kernel panic - not syncing: ${message}`),
    title: `kernel panic: ${title}`,
    follows: 'any-report',
  };
}
