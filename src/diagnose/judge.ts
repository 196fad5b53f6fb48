import { bounds } from '../bounds/bounds.ts';
import { crashPlace } from '../device/instance/model-crash.ts';
import type { Ending, EvidenceTexts, RunRecord, StageRecord } from '../run/evidence/run-record.ts';
import { describeEnding } from './describe-ending.ts';
import { whyNotStarted } from './cannot-start.ts';
import { applyConsoleExpectations, contradiction, describeExpectation } from './expectation.ts';
import { readBugs } from './find-bugs.ts';
import type { Finding } from './finding.ts';
import { isBad } from './ktap/ktap-tree.ts';
import { type SubtestReading, subtestsOf } from './ktap/subtests.ts';
import { leaksNotShown } from './leaks-not-shown.ts';
import { lockupFindings } from './lockup-finding.ts';
import { findingWithoutReport } from './name-finding.ts';
import { describePostMortem, type PostMortemReading, readPostMortem } from './post-mortem.ts';
import { moduleRefusals } from './module-load.ts';
import { judgePoint } from './sweep/judge-point.ts';
import { handledInWords, isHandled, type PointVerdict } from './sweep/point-verdict.ts';
import type { JudgingRules, Outcome, Verdict } from './verdict.ts';

/** Evidence that the hardware itself was broken, so that nothing is known about the driver. Undefined: it was not. */
function describeBrokenModel({ devices }: Pick<RunRecord, 'devices'>): string | undefined {
  for (const { id, model, crash, lost } of devices) {
    if (lost !== undefined) return `the device model ${model} (${id}) was lost: ${lost}`;
    if (crash === undefined) continue;
    const place = crashPlace(crash.stack);
    return (
      `the device model ${model} (${id}) broke at ${crash.during}: ` +
      `${crash.message}${place === undefined ? '' : `, ${place.file}:${place.line}:${place.column}`}`
    );
  }
  return undefined;
}

export interface JudgeContext {
  /** Fingerprints of findings of the cell's own boot, which are not this test's. */
  readonly bootFingerprints: ReadonlySet<string>;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** kselftest's convention. */
const skipStatus = 4;

/** One attempt: its evidence and its judging rules. */
export interface JudgeInput {
  readonly record: RunRecord;
  readonly texts: EvidenceTexts;
  readonly rules: JudgingRules;
}

/** Judges the evidence of one attempt. */
export function judge({ record, texts, rules }: JudgeInput, context: JudgeContext): Verdict {
  const { expectation, expectConsole, isSweepPoint } = rules;
  const { bugs, leftOut } = readBugs(texts.console);
  const reported = bugs.filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const lost = leaksNotShown(record, texts.console, reported);
  const observed = [...reported, ...lost, ...withoutReport(record.ending, texts.console, reported)];
  const { findings, complaints } = applyConsoleExpectations(expectConsole, texts.console, observed, context.today);
  const read = subtestsOf(texts.runOutput);
  const { outcome, reason: cause } = conclude(record, texts, { findings, leftOut, read });
  const standing = texts.postMortem === undefined ? nowhere : readPostMortem(texts.postMortem);
  const whereabouts = describePostMortem(standing);
  const reason = [cause, whereabouts.slice(0, placesTold).join('; ')].filter((part) => part !== '').join(': ');
  const point = isSweepPoint
    ? judgePoint({ record, texts, rules, outcome, reason, findings, subtestsFailed: read.failed > 0 })
    : undefined;
  const contradicted =
    (point === undefined ? contradiction(expectation, outcome, findings) : unhandled(point)) ?? complaints[0];
  return {
    outcome,
    ok: contradicted === undefined,
    expected: isSweepPoint ? handledInWords : describeExpectation(expectation),
    reason: sentence(
      [reason, contradicted ?? '', ...complaints.filter((complaint) => complaint !== contradicted)]
        .filter((part) => part !== '')
        .join('; '),
    ),
    findings: findings.length > 0 ? findings : lockupFindings(record.ending, texts.console, standing),
    subtests: read.subtests,
    whereabouts,
    notes: [
      ...(leftOut === 0
        ? []
        : [`… and ${leftOut} more kernel reports: only the first ${bugs.length} different ones are listed`]),
      ...read.notes,
    ],
    ...(point === undefined ? {} : { point }),
  };
}

/** Why the fault was not handled, where the verdict on the test does not say so; undefined: it was. */
function unhandled({ outcome, why }: PointVerdict): string | undefined {
  if (isHandled(outcome)) return undefined;
  if (outcome === 'leaked') return `something was left behind: ${why}`;
  if (outcome === 'silent') return 'the driver reported nothing: no errno at the test, no line of the kernel';
  return '';
}

/** Parts of it come from a guest. */
function sentence(text: string): string {
  return text.length <= bounds.sentenceChars ? text : `${text.slice(0, bounds.sentenceChars - 1)}…`;
}

const nowhere: PostMortemReading = { processors: [], waiting: [] };
/** The number of places in the sentence; the results have all. */
const placesTold = 3;

/** A finding for a machine that died without a kernel report. */
function withoutReport(ending: Ending, consoleText: string, reported: readonly Finding[]): readonly Finding[] {
  if (reported.length > 0) return [];
  const finding = findingWithoutReport(ending, consoleText);
  return finding === undefined ? [] : [finding];
}

/** What the console and the output contain. */
interface Told {
  /** The findings that count. */
  readonly findings: readonly Finding[];
  /** The number of reports that were not kept. */
  readonly leftOut: number;
  readonly read: SubtestReading;
}

interface Conclusion {
  readonly outcome: Outcome;
  readonly reason: string;
}

/**
 * Broken hardware proves nothing. Otherwise kernel reports come first, then the machine's ending, then the results of
 * the stages.
 */
function conclude(record: RunRecord, texts: EvidenceTexts, { findings, leftOut, read }: Told): Conclusion {
  const broken = describeBrokenModel(record);
  if (broken !== undefined) return { outcome: 'error', reason: broken };
  const stall = findings.find(({ kind }) => stalls.has(kind));
  const first = findings.find(({ kind }) => !stalls.has(kind) && !failures.has(kind));
  const ended = concludeFromEnding(record);
  if (first !== undefined)
    return { outcome: 'crash', reason: first.report === '' && ended !== undefined ? ended.reason : first.title };
  if (stall !== undefined) return { outcome: 'hang', reason: stall.title };
  if (leftOut > 0)
    return {
      outcome: 'error',
      reason:
        `the kernel reported more than ${bounds.findings.count} different bugs: none of the examined ones ` +
        'counts, and the others cannot be judged',
    };
  if (ended !== undefined) return ended;
  const staged = withRefusals(concludeFromStages(record.stages, texts.runOutput, read), texts.console);
  const complaint = findings.find(({ kind }) => failures.has(kind));
  // A test that passes or is skipped does not excuse its driver.
  return complaint !== undefined && (staged.outcome === 'pass' || staged.outcome === 'skip')
    ? { outcome: 'fail', reason: complaint.title }
    : staged;
}

/** insmod does not know why the kernel refused a module. Only the console says it. */
function withRefusals({ outcome, reason }: Conclusion, consoleText: string): Conclusion {
  const refused = outcome === 'fail' || outcome === 'error' ? moduleRefusals(consoleText) : [];
  return { outcome, reason: [reason, ...refused].join('; ') };
}

/** They fail a test that would have passed: nothing is broken yet. */
const failures: ReadonlySet<Finding['kind']> = new Set(['complaint', 'leak']);
const stalls: ReadonlySet<Finding['kind']> = new Set(['rcu-stall', 'soft-lockup', 'hard-lockup', 'hung-task']);

function concludeFromEnding({ ending, stages }: RunRecord): Conclusion | undefined {
  const reason = describeEnding(ending);
  switch (ending.kind) {
    case 'completed':
      return undefined;
    case 'deadline':
      return { outcome: ending.answering ? 'timeout' : 'hang', reason };
    case 'no-power-off':
      return { outcome: 'hang', reason };
    case 'guest-shutdown':
    case 'guest-reset':
    case 'guest-panicked':
      return { outcome: 'crash', reason };
    case 'kvm-failed':
    case 'qemu-exited':
    case 'boot-deadline':
    case 'image-failed':
    case 'agent-lost':
    case 'after-bug':
    case 'model-broke':
    case 'over-limit':
    case 'host-failed':
    case 'internal-error':
    case 'not-started':
      return { outcome: 'error', reason };
    case 'cancelled':
      return { outcome: 'error', reason: stages.length === 0 ? `not run: ${reason}` : reason };
  }
}

function concludeFromStages(stages: readonly StageRecord[], runOutput: string, read: SubtestReading): Conclusion {
  const statusOf = (name: StageRecord['name']): number | undefined =>
    stages.find((stage) => stage.name === name)?.exitStatus;
  for (const name of ['suite-setup', 'setup'] as const) {
    const status = statusOf(name) ?? 0;
    if (status !== 0)
      return { outcome: 'error', reason: `${name} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf('run');
  if (run === undefined) return { outcome: 'error', reason: 'run gave no exit status' };
  const verdict = concludeFromRun(run, runOutput, read);
  if (verdict.outcome !== 'pass') return verdict;
  for (const name of ['teardown', 'suite-teardown'] as const) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: 'error', reason: `run passed, but ${name} failed with exit status ${status}` };
  }
  return verdict;
}

function concludeFromRun(status: number, output: string, { subtests, total, failed }: SubtestReading): Conclusion {
  if (failed > 0) {
    const first = subtests.find(isBad);
    const inWords = [first?.name ?? 'not listed', ...(first?.reason === undefined ? [] : [first.reason])].join(': ');
    return { outcome: 'fail', reason: `${failed} of ${total} subtests failed, first: ${inWords}` };
  }
  const words = total > 0 ? [] : lastWords(output);
  if (status === skipStatus) {
    const whySkipped = total > 0 ? subtests.flatMap(({ reason }) => reason ?? []).slice(0, 1) : words;
    return { outcome: 'skip', reason: ['run asked to be skipped (exit status 4)', ...whySkipped].join(': ') };
  }
  if (status !== 0) return { outcome: 'fail', reason: [`run ended with exit status ${status}`, ...words].join(': ') };
  return { outcome: 'pass', reason: '' };
}

const maxWords = 200;

/** The last output of a test usually says why it gave up. */
function lastWords(output: string): readonly string[] {
  const line =
    output
      .trimEnd()
      .slice(-4 * maxWords)
      .split('\n')
      .at(-1)
      ?.trim() ?? '';
  return line === ''
    ? []
    : [(line.length <= maxWords ? line : `${line.slice(0, maxWords - 1)}…`) + whyNotStarted(line)];
}
