import type { Subtest } from '../verdict.ts';
import type { KtapTest } from './ktap-tree.ts';
import { parseKtap } from './parse-ktap.ts';

/** The leaves of a test's (K)TAP output with their full names, `parent/child`. */
export function subtestsOf(text: string): readonly Subtest[] {
  return parseKtap(text).tests.flatMap((test) => leavesOf(test, ''));
}

function leavesOf(test: KtapTest, parent: string): readonly Subtest[] {
  const name = `${parent}${test.name}`;
  if (test.tests !== undefined && test.tests.length > 0) return test.tests.flatMap((child) => leavesOf(child, `${name}/`));
  return [{ name, status: test.status, ...(test.reason === undefined ? {} : { reason: test.reason }) }];
}
