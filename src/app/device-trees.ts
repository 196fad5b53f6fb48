import type { AcceleratorChoice } from '../engine/accelerator.ts';
import { provideTrees, type TreesRequest } from '../engine/device-trees.ts';
import { Missing } from '../engine/missing.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { TreeComplaint } from '../provision/device-tree/tree-source.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { problemText, RunRefused } from './load-suites.ts';

/** What a run may come to use. */
export function possibleAccelerators({ accelerator }: AcceleratorChoice): readonly Accelerator[] {
  return accelerator === 'tcg' ? [accelerator] : [accelerator, 'tcg'];
}

/**
 * The supplies, with the device trees of the tests. @throws RunRefused with every error in the suites' own sources
 * @throws ProvisionError when no machine can have its tree, and no test does without
 */
export async function withTrees(
  request: TreesRequest,
  { cwd }: { readonly cwd: string },
  context: ProvisionContext,
): Promise<TreesRequest['supplies']> {
  const { paths, refusals, complaints } = await provideTrees(request, context);
  const errors = complaints.filter(({ kind }) => kind === 'error');
  if (errors.length > 0) throw new RunRefused(errors.map((one) => complaintText(one, cwd)).join('\n'));
  for (const warning of complaints)
    context.progress({ kind: 'warning', message: complaintText(warning, cwd).trimEnd() });
  for (const reason of new Set([...refusals.values()].map((refusal) => new Missing(refusal).reason)))
    context.progress({ kind: 'warning', message: `tests with a device tree are errors, the others run. ${reason}` });
  if (paths.size + refusals.size === 0) return request.supplies;
  return new Map(
    [...request.supplies].map(([cell, supplies]) => [cell, { ...supplies, treePaths: paths, treeRefusals: refusals }]),
  );
}

function complaintText({ file, line, message }: TreeComplaint, cwd: string): string {
  return problemText({ file, line, message: `dtc: ${message}`, hint: undefined }, cwd);
}
