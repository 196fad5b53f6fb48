import { findTreeCompiler, parseFragments } from '../provision/device-tree/tree-compiler.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { Suite, SuiteProblem, TreeSource } from '../suite/suite.ts';
import { sortProblems } from '../suite/suite-problem.ts';

/**
 * What dtc has against the syntax of the suites' `info/device-tree`, before there is any machine. Whether what they
 * refer to is there, only the machine's tree says. Without dtc on this host or in the store, nothing is said, as
 * nothing is fetched for it. @throws ProvisionError @throws the signal's reason
 */
export async function checkTrees(
  suites: readonly Suite[],
  context: Pick<ProvisionContext, 'store' | 'signal'>,
): Promise<readonly SuiteProblem[]> {
  const sources = distinctSources(suites);
  if (sources.length === 0) return [];
  const dtc = findTreeCompiler(context.store);
  if (dtc === undefined) return [];
  const problems: SuiteProblem[] = [];
  for (const fragments of sources)
    for (const { file, line, message } of await parseFragments(dtc, fragments, context.signal))
      problems.push({ file, line, message: `dtc: ${message}`, hint: undefined });
  return sortProblems(problems);
}

/** What the tree of a test's machine has: the suite's source, then the test's. */
function distinctSources(suites: readonly Suite[]): readonly (readonly TreeSource[])[] {
  const all = suites.flatMap((suite) =>
    suite.tests.map((test) => [suite, test].flatMap(({ deviceTree }) => deviceTree ?? [])),
  );
  const distinct = new Map(all.map((sources) => [JSON.stringify(sources.map(({ file }) => file)), sources]));
  return [...distinct.values()].filter((sources) => sources.length > 0);
}
