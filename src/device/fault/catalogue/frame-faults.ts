import { readDuration, readNumber } from '../fault-spec.ts';
import type { FaultsOf } from './fault-description.ts';

/** Faults of what travels one way: frames of a network, bytes of a serial line, changes of a GPIO line. */
export const frameFaults = {
  drop: {
    targets: ['frame'],
    about: 'the frame never arrives',
    settings: [],
    effect: () => ({ kind: 'drop' }),
  },
  delay: {
    targets: ['frame'],
    about: 'the frame arrives later, by=5ms; later ones may overtake it',
    settings: ['by'],
    effect: (s) => ({ kind: 'delay', byUs: readDuration(s, 'by') }),
  },
  duplicate: {
    targets: ['frame'],
    about: 'the frame arrives again at once, times=1',
    settings: ['times'],
    effect: (s) => ({ kind: 'duplicate', times: readNumber(s, 'times', { min: 1, max: 1000, absent: 1 }) }),
  },
  reorder: {
    targets: ['frame'],
    about: 'the frame arrives after the next one of its direction',
    settings: [],
    effect: () => ({ kind: 'reorder' }),
  },
  truncate: {
    targets: ['frame'],
    about: 'only the first bytes arrive, bytes=0',
    settings: ['bytes'],
    effect: (s) => ({ kind: 'truncate', toBytes: readNumber(s, 'bytes', { min: 0, absent: 0 }) }),
  },
  'line-stuck': {
    targets: ['line'],
    about: 'the line does not change',
    settings: [],
    effect: () => ({ kind: 'line-stuck' }),
  },
  'line-bounce': {
    targets: ['line'],
    about: 'the line goes back and forth before it stays, times=3 apart=1ms',
    settings: ['times', 'apart'],
    effect: (s) => ({
      kind: 'line-bounce',
      times: readNumber(s, 'times', { min: 1, max: 1000, absent: 3 }),
      everyUs: readDuration(s, 'apart', 1000),
    }),
  },
} satisfies FaultsOf<'drop' | 'delay' | 'duplicate' | 'reorder' | 'truncate' | 'line-stuck' | 'line-bounce'>;
