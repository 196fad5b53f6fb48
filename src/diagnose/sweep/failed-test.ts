import type { FaultHit } from '../../device/fault/fault-spec.ts';
import type { PointTexts, RunRecord } from '../../run/evidence/run-record.ts';
import { namesErrno, saysItFailed } from './errno-words.ts';
import { because, failedSetup, lastLine, type PointInput, quoted } from './point-input.ts';
import { kernelWordsOfFault } from './kernel-words.ts';
import { type MachineTimes, readTimes } from './machine-times.ts';
import type { PointVerdict } from './point-verdict.ts';

/** The test failed after the fault, and the kernel lives: was anybody told? `refused`: what the kernel was told. */
export function failedTest(input: PointInput, hit: FaultHit, refused: string | undefined): PointVerdict {
  const { record, texts, outcome, reason, findings } = input;
  const complaint = findings.find(({ kind }) => kind === 'complaint');
  if (complaint !== undefined) return because('reported', `the kernel said: ${quoted(complaint.title)}`);
  const { point } = texts;
  const times = readTimes(point?.timeline ?? '');
  if (point === undefined || times.launchUs === undefined)
    return refused === undefined ? because('unjudged', noTimes) : because('reported', refused);
  const found = reportIn({ point, times, firedMs: (hit.atUs - times.launchUs) / 1000 });
  if (found !== undefined) return because('reported', found);
  if (refused !== undefined) return because('reported', refused);
  const setup = failedSetup(record.stages);
  // Nobody got any data.
  if (setup !== undefined) return because('reported', `${setup.name} failed, so run got no data`);
  if (outcome === 'skip') return because('reported', quoted(reason));
  const gap = gapIn(record, point, times);
  return gap === undefined ? ofOwnCheck(point, input) : because('unjudged', gap);
}

const noTimes =
  'the test failed, and there is no run without a fault to compare it with, or no timeline: it is not known whether ' +
  'the driver reported an error';

interface PointEvidence {
  readonly point: PointTexts;
  readonly times: MachineTimes;
  readonly firedMs: number;
}

/** The first line after the fault that tells of an error, with who said it: the test, or the kernel. */
function reportIn({ point, times, firedMs }: PointEvidence): string | undefined {
  for (const { stage, text } of point.logs) {
    if (stage.endsWith('teardown') || (times.stageEnds.get(stage) ?? Infinity) < firedMs) continue;
    const lines = newLines(text, point.baseline?.logs ?? '');
    const line = lines.find(namesErrno) ?? lines.find(saysItFailed);
    if (line !== undefined) return `${stage} said: ${quoted(line)}`;
  }
  const words = kernelWordsOfFault(times.console, point.baseline?.console ?? '', firedMs);
  return words === undefined ? undefined : `the kernel said: ${quoted(words)}`;
}

/** The lines that the run without a fault did not print. */
function newLines(text: string, baseline: string): readonly string[] {
  const usual = new Set(baseline.split('\n').map((line) => line.trim()));
  return text.split('\n').filter((line) => line.trim() !== '' && !usual.has(line.trim()));
}

/** Nothing was found in evidence that is not whole: that shows nothing. */
function gapIn({ notes }: RunRecord, { baseline }: PointTexts, { isConsoleWhole }: MachineTimes): string | undefined {
  const cut = notes.find((note) => /^(?:console\.log|logs\/[a-z-]{1,20}\.log): \d/.test(note));
  const words = (what: string): string =>
    `the test failed, but whether the driver reported an error is not known: ${what}`;
  if (baseline === undefined) return words('there is no run without a fault to compare it with');
  if (cut !== undefined) return words(cut);
  return isConsoleWhole ? undefined : words('the console said too much to keep the time of each line');
}

/** The test's own check found wrong data, if it says so. A test without a word may have discarded an error. */
function ofOwnCheck({ logs, baseline }: PointTexts, { reason, subtestsFailed }: PointInput): PointVerdict {
  if (subtestsFailed) return because('silent', `only the test noticed: ${quoted(reason)}`);
  const run = logs.find(({ stage }) => stage === 'run')?.text ?? '';
  const said = lastLine(newLines(run, baseline?.logs ?? '').join('\n'));
  return said === undefined
    ? because('unjudged', 'run failed without a word: let it print what it expected and what it found')
    : because('silent', `only the test noticed: ${said}`);
}
