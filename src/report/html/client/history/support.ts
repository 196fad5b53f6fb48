import type { BranchView } from '../../../history/branch-view.ts';
import { type KernelState, kernelSupport } from '../../../history/kernel-support.ts';
import { element } from '../element.ts';
import { listSection } from './lists.ts';
import { counted } from './words.ts';

/** The kernels that each driver works on. */
export function supportSection(view: BranchView): HTMLElement {
  return listSection(
    {
      title: 'Kernels',
      none: 'Nothing was run here.',
      explained: 'Each driver on each kernel, by the last verdict on each of its tests.',
      heads: ['kernel', 'state', 'driver', 'tests', 'newest release'],
    },
    kernelSupport(view).flatMap(({ suite, kernels }) =>
      kernels.map((state) => [state.kernel, stateBadge(state), suite, testsOf(state), state.release]),
    ),
  );
}

function stateBadge({ bad, flaky }: KernelState): HTMLElement {
  const [kind, words] =
    bad > 0 ? ['fail', '✗ fails'] : flaky > 0 ? ['flaky', '~ flaky'] : (['pass', '✓ works'] as const);
  return element('span', { class: 'badge', 'data-kind': kind }, words);
}

function testsOf({ good, bad, flaky }: KernelState): string {
  return [
    `${good} of ${counted(good + bad + flaky, 'test')} as expected`,
    ...(bad > 0 ? [`${bad} not`] : []),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
  ].join(', ');
}
