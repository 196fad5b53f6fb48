import { findBugs } from '../../diagnose/find-bugs.ts';
import type { Finding } from '../../diagnose/finding.ts';
import { judge } from '../../diagnose/judge.ts';
import type { Verdict } from '../../diagnose/verdict.ts';
import { readTextInside } from '../../host/read-inside.ts';
import { maxLogBytes } from '../../run/evidence.ts';
import { readEvidence } from '../../run/read-evidence.ts';
import type { BootConsole, Judge, JudgeJob } from './judge.ts';

/** Judges in this thread, in one go. */
export function judgeHere({ resultsDirectory, record, rules, bootFingerprints, today }: JudgeJob): Verdict {
  const texts = readEvidence(resultsDirectory, record);
  return judge({ record, texts, rules }, { bootFingerprints: new Set(bootFingerprints), today });
}

export function findBugsHere({ resultsDirectory, consolePath }: BootConsole): readonly Finding[] {
  return findBugs(readTextInside(resultsDirectory, consolePath, maxLogBytes) ?? '');
}

/** For where nothing else waits on this thread. */
export const localJudge: Judge = {
  judge: (job) => Promise.resolve().then(() => judgeHere(job)),
  findBugs: (boot) => Promise.resolve().then(() => findBugsHere(boot)),
};
