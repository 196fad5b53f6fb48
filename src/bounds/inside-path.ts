import { bounds } from './bounds.ts';

/**
 * The names on the way that a path in results tells, from their directory on; undefined for a path that does not stay
 * inside (`..`, from the root, empty names), or that is no name of a file at all. Links are the reader's business.
 */
export function stepsInside(path: string): readonly string[] | undefined {
  if (path === '' || path.length > bounds.results.pathChars || notInNames.test(path)) return undefined;
  const steps = path.split('/');
  return steps.some((step) => step === '' || step === '.' || step === '..') ? undefined : steps;
}

/** What no UTF-8 name of a file has: a zero byte, half a surrogate pair. */
const notInNames = /[\0\p{Surrogate}]/u;
