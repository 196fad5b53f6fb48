import type { Release } from '../apt/release.ts';

/** Suites that add packages to another one, and do not have all that a program needs. */
const addition = /-(security|updates|backports)$/;
/** Debian's experimental adds to sid. */
const bases: Readonly<Record<string, string>> = { experimental: 'sid' };

/**
 * The suites with the compiler of a kernel from these suites: the suite that they add to comes first, with its security
 * fixes.
 */
export function compilerSuites(release: Release, suites: readonly string[]): readonly string[] {
  const whole = suites.flatMap((suite) => {
    const base = bases[suite] ?? suite.replace(addition, '');
    return [base, `${base}-security`, suite];
  });
  return [...new Set(whole)].filter((suite) => release.suites[suite] !== undefined);
}
