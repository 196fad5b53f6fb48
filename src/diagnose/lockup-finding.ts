import { bounds } from '../bounds/bounds.ts';
import type { Ending } from '../run/evidence/run-record.ts';
import type { ReportKind } from './catalogue/report-kind.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf, lastLineOf, reportTitle } from './name-finding.ts';
import { saysInterruptsOff, type PostMortemReading, type ProcessorPlace } from './post-mortem.ts';
import { guiltyFunction } from './stack/blame-rules.ts';
import { readStack } from './stack/report-stack.ts';

/**
 * The function where the processor was caught, or its caller: with interrupts off there is no dispatcher to look for.
 */
const hardLockup: ReportKind = {
  kind: 'hard-lockup',
  needle: '',
  header: /^/,
  title: 'BUG: hard lockup in {guilty}',
  guilty: [{ from: 'instruction-pointer' }, { from: 'trace' }],
};

/**
 * A guest that stopped answering without a report, and whose processor was seen twice with interrupts off, is locked
 * up: the kernel's own watchdog would report that, but under emulation there is none. The panic at the end of a
 * post-mortem is not a finding.
 */
export function lockupFindings(
  ending: Ending,
  consoleText: string,
  { processors }: PostMortemReading,
): readonly Finding[] {
  const hangs = (ending.kind === 'deadline' && !ending.answering) || ending.kind === 'no-power-off';
  if (!hangs) return [];
  const stuck = processors.find(({ interruptsOff, trace }) => interruptsOff && trace.some(saysInterruptsOff));
  if (stuck === undefined) return [];
  const trace = innermost(stuck.trace);
  const stack = readStack(trace);
  const guilty = guiltyFunction(hardLockup, { stack, lines: trace, groups: {} }) ?? stack.pointer?.name;
  const title = reportTitle(hardLockup, { guilty, groups: {} });
  const line = lastLineOf(consoleText);
  return [
    {
      kind: hardLockup.kind,
      title,
      fingerprint: fingerprintOf(hardLockup.kind, title, stack),
      line,
      report: reportOf(stuck, trace),
    },
  ];
}

/** Up to the end of the task's own stack; user-space registers are irrelevant. */
function innermost(trace: readonly string[]): readonly string[] {
  const end = trace.findIndex((text) => /^\s*<\/TASK>|^RIP: 0033:/.test(text));
  return end < 0 ? trace : trace.slice(0, end);
}

function reportOf({ processor }: ProcessorPlace, trace: readonly string[]): string {
  return [`CPU: ${processor} with interrupts off in a guest that stopped answering`, ...trace]
    .join('\n')
    .slice(0, bounds.findings.reportChars);
}
