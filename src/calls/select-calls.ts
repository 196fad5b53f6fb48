import { FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { nearestNames } from '../text/nearest-name.ts';
import type { CallFault } from './call-fault.ts';
import type { FailableFunction } from './failable.ts';
import { type FailureOutcome, outcomeNames } from './outcome.ts';

/** A function that a fault is about, and how it fails there. */
export interface SelectedCall {
  readonly function: FailableFunction;
  readonly outcome: FailureOutcome;
}

/**
 * The functions that a fault is about, whether a module calls them or not. A fault that can be about none is a mistake.
 * @throws FaultSyntaxError with the nearest names
 */
export function selectCalls(fault: CallFault, known: readonly FailableFunction[]): readonly SelectedCall[] {
  try {
    return withOutcomes(fault, inGroups(fault, named(fault, known), known));
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new FaultSyntaxError(`fault "${fault.text.slice(0, 200)}": ${error.message}`);
  }
}

function named({ functionGlob }: CallFault, known: readonly FailableFunction[]): readonly FailableFunction[] {
  if (functionGlob === undefined) return known;
  const pattern = globPattern(functionGlob);
  const found = known.filter(({ symbol, calledAs }) => [symbol, ...calledAs].some((name) => pattern.test(name)));
  if (found.length > 0) return found;
  const names = new Set(known.flatMap(({ symbol, calledAs }) => [...calledAs, symbol]));
  const nearest = nearestNames(functionGlob, [...names], 3);
  throw new FaultSyntaxError(
    `no function "${functionGlob}" is known to fail; ` +
      (nearest.length === 0 ? 'info/failable can add one' : `did you mean ${nearest.join(' or ')}?`),
  );
}

function globPattern(glob: string): RegExp {
  const source = glob.replaceAll('.', String.raw`\.`).replaceAll(/\*+/g, '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`);
}

function inGroups(
  { groups, functionGlob }: CallFault,
  found: readonly FailableFunction[],
  known: readonly FailableFunction[],
): readonly FailableFunction[] {
  if (groups === undefined) return found;
  const all = [...new Set(known.map(({ group }) => group))];
  for (const group of groups) if (!all.includes(group)) throw unknownGroup(group, all);
  const inside = found.filter(({ group }) => groups.includes(group));
  if (inside.length > 0) return inside;
  const own = [...new Set(found.map(({ group }) => group))].join(' and ');
  throw new FaultSyntaxError(`function=${functionGlob ?? '*'} is in the group ${own}, not in ${groups.join(' or ')}`);
}

function unknownGroup(group: string, all: readonly string[]): FaultSyntaxError {
  const [nearest] = nearestNames(group, all, 1);
  const meant = nearest === undefined ? '' : `did you mean ${nearest}? `;
  return new FaultSyntaxError(`unknown group "${group}"; ${meant}The groups are ${all.join(', ')}`);
}

/** With `value=`, only the functions that can fail so: a call that cannot is not counted, either. */
function withOutcomes({ value }: CallFault, found: readonly FailableFunction[]): readonly SelectedCall[] {
  const selected = found.flatMap((candidate): readonly SelectedCall[] => {
    const outcome = candidate.outcomes.find(({ name }) => value === undefined || name === value);
    return outcome === undefined ? [] : [{ function: candidate, outcome }];
  });
  if (selected.length > 0 || value === undefined) return selected;
  const possible = [...new Set(found.flatMap(({ outcomes }) => outcomes.map(({ name }) => name)))];
  if (outcomeNames.includes(value))
    throw new FaultSyntaxError(`these functions do not fail with ${value}; they fail with ${possible.join(', ')}`);
  const nearest = nearestNames(value, [...new Set([...possible, ...outcomeNames])], 3);
  throw new FaultSyntaxError(
    `unknown value "${value}"; ` +
      (nearest.length === 0 ? `the values are ${possible.join(', ')}` : `did you mean ${nearest.join(' or ')}?`),
  );
}
