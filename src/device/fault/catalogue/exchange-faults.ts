import { readDuration, readNumber } from '../fault-spec.ts';
import type { FaultsOf } from './fault-description.ts';

/** Faults of what is asked and answered: USB transfers, I2C messages, SPI exchanges. */
export const exchangeFaults = {
  stall: {
    targets: ['transfer'],
    about: 'the endpoint refuses the transfer, and the following ones until it is told to go on',
    settings: [],
    effect: () => ({ kind: 'stall' }),
  },
  nak: {
    targets: ['transfer', 'message'],
    about: 'USB: no answer, so that the driver waits; I2C: no acknowledge, or only for the byte byte=1',
    settings: ['byte'],
    effect: (s) => ({
      kind: 'nak',
      ...(s.has('byte') ? { byte: readNumber(s, 'byte', { min: 1, max: 0xffff }) } : {}),
    }),
  },
  short: {
    targets: ['transfer'],
    about: 'the transfer ends early, bytes=0',
    settings: ['bytes'],
    effect: (s) => ({ kind: 'short', toBytes: readNumber(s, 'bytes', { min: 0, absent: 0 }) }),
  },
  corrupt: {
    targets: ['transfer', 'message', 'exchange', 'frame', 'can-frame'],
    about: 'one byte arrives changed, byte=0 mask=0xff',
    settings: ['byte', 'mask'],
    effect: (s) => ({
      kind: 'corrupt',
      byte: readNumber(s, 'byte', { min: 0, absent: 0 }),
      mask: readNumber(s, 'mask', { min: 1, max: 0xff, absent: 0xff }),
    }),
  },
  babble: {
    targets: ['transfer'],
    about: 'the device sends more than it was asked for',
    settings: [],
    effect: () => ({ kind: 'babble' }),
  },
  'io-error': {
    targets: ['transfer'],
    about: 'the transfer ends with a transaction error, and the following ones at its endpoint, too, times=1 in all',
    settings: ['times'],
    effect: (s) => ({ kind: 'io-error', times: readNumber(s, 'times', { min: 1, max: 1000, absent: 1 }) }),
  },
  late: {
    targets: ['transfer', 'exchange'],
    about: 'the answer comes later, by=5ms; nothing else waits',
    settings: ['by'],
    effect: (s) => ({ kind: 'late', byUs: readDuration(s, 'by') }),
  },
  stretch: {
    targets: ['message'],
    about: 'the device holds the clock low before it answers, by=5ms',
    settings: ['by'],
    effect: (s) => ({ kind: 'stretch', byUs: readDuration(s, 'by') }),
  },
  'arbitration-lost': {
    targets: ['message'],
    about: 'another master takes the bus',
    settings: [],
    effect: () => ({ kind: 'arbitration-lost' }),
  },
  'bus-error': {
    targets: ['message', 'exchange'],
    about: 'the controller reports an error of the bus',
    settings: [],
    effect: () => ({ kind: 'bus-error' }),
  },
  'stuck-low': {
    targets: ['message'],
    about: 'the data line stays low, so that nothing passes until the fault is cleared',
    settings: [],
    effect: () => ({ kind: 'stuck-low' }),
  },
  'miso-stuck': {
    targets: ['exchange'],
    about: 'what the device sends reads all zeros or all ones, at=0|1',
    settings: ['at'],
    effect: (s) => ({ kind: 'miso-stuck', at: readNumber(s, 'at', { min: 0, max: 1, absent: 1 }) === 0 ? 0 : 1 }),
  },
} satisfies FaultsOf<
  | 'stall'
  | 'nak'
  | 'short'
  | 'corrupt'
  | 'babble'
  | 'io-error'
  | 'late'
  | 'stretch'
  | 'arbitration-lost'
  | 'bus-error'
  | 'stuck-low'
  | 'miso-stuck'
>;
