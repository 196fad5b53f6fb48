import { frameErrors } from '../../can/can-error.ts';
import { readChoice, readDuration, readNumber } from '../fault-spec.ts';
import type { FaultsOf } from './fault-description.ts';

/** Faults of what travels one way: frames of a network or CAN, bytes of a serial line, changes of a GPIO line. */
export const frameFaults = {
  drop: {
    targets: ['frame', 'can-frame'],
    about: 'the frame never arrives',
    settings: [],
    effect: () => ({ kind: 'drop' }),
  },
  delay: {
    targets: ['frame', 'can-frame'],
    about: 'the frame arrives later, by=5ms; later ones may overtake it',
    settings: ['by'],
    effect: (s) => ({ kind: 'delay', byUs: readDuration(s, 'by') }),
  },
  duplicate: {
    targets: ['frame', 'can-frame'],
    about: 'the frame arrives again at once, times=1',
    settings: ['times'],
    effect: (s) => ({ kind: 'duplicate', times: readNumber(s, 'times', { min: 1, max: 1000, absent: 1 }) }),
  },
  reorder: {
    targets: ['frame', 'can-frame'],
    about: 'the frame arrives after the next one of its direction',
    settings: [],
    effect: () => ({ kind: 'reorder' }),
  },
  truncate: {
    targets: ['frame', 'can-frame'],
    about: 'only the first bytes arrive, bytes=0',
    settings: ['bytes'],
    effect: (s) => ({ kind: 'truncate', toBytes: readNumber(s, 'bytes', { min: 0, absent: 0 }) }),
  },
  'error-frame': {
    targets: ['can-frame'],
    about: 'the frame does not get through, and its sender reports why, what=ack|bit|stuff|form|crc',
    settings: ['what'],
    effect: (s) => ({ kind: 'error-frame', what: readChoice(s, 'what', frameErrors) }),
  },
  'bus-off': {
    targets: ['can-frame'],
    about: 'the sender has had too many errors and leaves the bus, until its interface is started again',
    settings: [],
    effect: () => ({ kind: 'bus-off' }),
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
} satisfies FaultsOf<
  'drop' | 'delay' | 'duplicate' | 'reorder' | 'truncate' | 'error-frame' | 'bus-off' | 'line-stuck' | 'line-bounce'
>;
