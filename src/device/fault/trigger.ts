import type { FaultTrigger } from './fault-spec.ts';
import { FaultSyntaxError, readNumber, readProbability, type Settings } from './fault-values.ts';
import { randomNumbers } from './random-numbers.ts';

/** The keys that say which of the accesses counted a fault hits. */
export const triggerSettings: readonly string[] = ['nth', 'from', 'every', 'probability', 'seed'];

/** @throws FaultSyntaxError */
export function readTrigger(settings: Settings): FaultTrigger {
  const chosen = ['nth', 'from', 'every', 'probability'].filter((key) => settings.has(key));
  if (chosen.length > 1) throw new FaultSyntaxError(`${chosen.join(' and ')} exclude each other`);
  if (settings.has('seed') && chosen[0] !== 'probability')
    throw new FaultSyntaxError('seed belongs to a probability, and there is none');
  switch (chosen[0]) {
    case 'nth':
      return { kind: 'nth', nth: readNumber(settings, 'nth', { min: 1 }) };
    case 'from':
      return { kind: 'from', nth: readNumber(settings, 'from', { min: 1 }) };
    case 'every':
      return { kind: 'every', period: readNumber(settings, 'every', { min: 1 }) };
    case 'probability':
      return {
        kind: 'probability',
        probability: readProbability(settings.get('probability') ?? ''),
        seed: readNumber(settings, 'seed', { min: 0, max: 0xffffffff, absent: 1 }),
      };
    case undefined:
    default:
      return { kind: 'always' };
  }
}

/** Says of the first, the second, … access counted whether it is hit. */
export function decider(trigger: FaultTrigger): (count: number) => boolean {
  switch (trigger.kind) {
    case 'always':
      return () => true;
    case 'nth':
      return (count) => count === trigger.nth;
    case 'from':
      return (count) => count >= trigger.nth;
    case 'every':
      return (count) => count % trigger.period === 0;
    case 'probability': {
      const next = randomNumbers(trigger.seed);
      return () => next() < trigger.probability;
    }
  }
}
