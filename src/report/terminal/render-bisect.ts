import type { BisectResult, BisectStep, StepJudgement } from '../../results/bisect-result.ts';
import { defuseCommands, plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { createStyle, type Style } from '../text/style.ts';

export interface BisectLook {
  readonly color: boolean;
  /** The results directory as a path that the reader can use. */
  readonly directory: string;
}

const maxReason = 300;
const maxSubject = 100;
const maxListed = 30;

/** `3 of about 4: abc1234 subject … `, without an end of line: the verdict follows. */
export function bisectStepBegin(
  { number, commit, role }: Pick<BisectStep, 'number' | 'commit' | 'role'>,
  about: number,
): string {
  const end = role === 'between' ? '' : ` (said to be ${role})`;
  const subject = cutLine(plainLine(commit.subject), maxSubject);
  return defuseCommands(`${number} of about ${Math.max(about, number)}: ${short(commit.hash)} ${subject}${end} … `);
}

export function bisectStepEnd(step: BisectStep, { color }: Pick<BisectLook, 'color'>): string {
  return `${defuseCommands(paint(step, createStyle(color)))}\n`;
}

function paint(step: BisectStep, { green, red, yellow }: Style): string {
  const words = verdictWords(step);
  switch (step.verdict) {
    case 'good':
      return green(words);
    case 'bad':
      return red(words);
    case 'skip':
      return yellow(words);
  }
}

/** `bad: BUG: … in edu_read (driver/edu.c:12)`, `skip: the suite tests does not exist at this commit`. */
export function verdictWords({ verdict, outcome, reason, title, source }: StepJudgement): string {
  if (verdict === 'good') return 'good';
  const place = source === undefined ? '' : ` (${source.file}:${source.line})`;
  const why = title === undefined ? firstLine(reason) : `${title}${place}`;
  const kind = outcome === undefined || outcome === 'error' ? '' : `${outcome}: `;
  return cutLine(plainLine(`${verdict}: ${kind}${why}`), maxReason);
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

/** How the search ended, and what to do next. */
export function renderBisect(result: BisectResult, look: BisectLook): string {
  const { bold, red, green } = createStyle(look.color);
  const [first = '', ...rest] = endWords(result, look);
  const headline = bold(result.outcome === 'found' ? green(first) : red(first));
  return defuseCommands(['', headline, ...rest, ''].join('\n'));
}

function endWords(result: BisectResult, look: BisectLook): readonly string[] {
  const test = plainLine(result.test);
  const last = result.steps.at(-1);
  switch (result.outcome) {
    case 'found':
      return foundWords(result, look);
    case 'only-skipped':
      return [
        `Only commits that cannot be tested are left. The first bad commit of ${test} is one of these:`,
        ...listed(result.candidates ?? []),
        ...whereToLook(look),
      ];
    case 'not-bad':
      return [`${test} does not fail at ${endOf(last)}, so there is nothing to find.`, ...whereToLook(look)];
    case 'not-good':
      return [
        `${test} does not pass at ${endOf(last)}. Name an older commit with --good, at which it passes.`,
        ...stepWords(last, look),
        ...whereToLook(look),
      ];
    case 'unknown-end':
      return [
        `${test} cannot be tested at ${endOf(last)}, so nothing can be concluded.`,
        ...stepWords(last, look),
        '  hint     another commit with --good or --bad; --current-suite for a test that is newer than the bug',
        ...whereToLook(look),
      ];
    case 'merge-base-bad':
      return [
        `${test} fails already where the good commit branched off, at ${short(result.mergeBase?.hash ?? '')}. ` +
          'It was repaired on the way to the good commit.',
        ...whereToLook(look),
      ];
    case 'unfinished':
      return [`The search for the first bad commit of ${test} was stopped.`, ...whereToLook(look)];
  }
}

function foundWords({ test, firstBad, steps }: BisectResult, look: BisectLook): readonly string[] {
  if (firstBad === undefined) return [];
  const step = steps.find(({ commit }) => commit.hash === firstBad.hash);
  return [
    `${firstBad.hash} is the first commit at which ${plainLine(test)} fails.`,
    `  subject  ${plainLine(firstBad.subject)}`,
    `  author   ${plainLine(firstBad.author)}`,
    `  date     ${plainLine(firstBad.date)}`,
    ...stepWords(step, look),
    ...whereToLook(look),
  ];
}

function stepWords(step: BisectStep | undefined, { directory }: BisectLook): readonly string[] {
  if (step === undefined) return [];
  return [
    `  verdict  ${verdictWords(step)}`,
    ...(step.results === undefined ? [] : [`  results  ${directory}/${plainLine(step.results)}/report.html`]),
  ];
}

function whereToLook({ directory }: BisectLook): readonly string[] {
  return [`  log      ${directory}/bisect.log, for git bisect replay`];
}

function listed(commits: readonly BisectStep['commit'][]): readonly string[] {
  const lines = commits
    .slice(0, maxListed)
    .map(({ hash, subject }) => `  ${short(hash)} ${cutLine(plainLine(subject), maxSubject)}`);
  return commits.length > maxListed ? [...lines, `  and ${commits.length - maxListed} more, in bisect.json`] : lines;
}

function endOf(step: BisectStep | undefined): string {
  return step === undefined ? 'that commit' : `${short(step.commit.hash)} ${plainLine(step.commit.subject)}`;
}

function short(hash: string): string {
  return hash.slice(0, 10);
}
