import { cloneCostName, measureCloneCost } from './clone-cost.ts';
import { runTrials, type TrialPlace } from './run-trials.ts';
import { trials } from './trials.ts';

/** All that can be chosen by name. */
export const names: readonly string[] = [...trials.map(({ name }) => name), cloneCostName];

/** Runs these trials in their order, and measures at the end if that was chosen, too. */
export async function runChosen(chosen: readonly string[], place: TrialPlace): Promise<void> {
  await runTrials(
    trials.filter(({ name }) => chosen.includes(name)),
    place,
  );
  if (chosen.includes(cloneCostName)) measureCloneCost(place);
}
