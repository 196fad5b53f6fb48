import { type FaultEffect, type FaultKind, readDuration, readMask, readNumber, type Settings } from './fault-spec.ts';
import { triggerSettings } from './trigger.ts';

/** The kind of access that a fault targets. `any`: every exchange between device and machine. */
export type FaultTarget = 'interrupt' | 'dma' | 'read' | 'write' | 'any';

export interface FaultDescription {
  readonly target: FaultTarget;
  /** For help and error messages. */
  readonly about: string;
  /** The settings of the effect, in addition to those of all faults with this target. */
  readonly settings: readonly string[];
  readonly effect: (settings: Settings) => FaultEffect;
}

/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>> = {
  'irq-drop': {
    target: 'interrupt',
    about: 'the interrupt never comes',
    settings: [],
    effect: () => ({ kind: 'irq-drop' }),
  },
  'irq-delay': {
    target: 'interrupt',
    about: 'the interrupt comes later, by=5ms',
    settings: ['by'],
    effect: (s) => ({ kind: 'irq-delay', byUs: readDuration(s, 'by') }),
  },
  'irq-duplicate': {
    target: 'interrupt',
    about: 'the interrupt comes again at once, times=1',
    settings: ['times'],
    effect: (s) => ({ kind: 'irq-duplicate', times: readNumber(s, 'times', { min: 1, max: 1000, absent: 1 }) }),
  },
  'irq-storm': {
    target: 'interrupt',
    about: 'the interrupt comes again and again, times=1000 apart=100us',
    settings: ['times', 'apart'],
    effect: (s) => ({
      kind: 'irq-storm',
      times: readNumber(s, 'times', { min: 1, max: 1_000_000, absent: 1000 }),
      everyUs: readDuration(s, 'apart', 100),
    }),
  },
  'dma-fail': {
    target: 'dma',
    about: 'the transfer ends with an error',
    settings: [],
    effect: () => ({ kind: 'dma-fail' }),
  },
  'dma-hang': { target: 'dma', about: 'the transfer never ends', settings: [], effect: () => ({ kind: 'dma-hang' }) },
  'dma-truncate': {
    target: 'dma',
    about: 'only the first bytes arrive, bytes=0',
    settings: ['bytes'],
    effect: (s) => ({ kind: 'dma-truncate', toBytes: readNumber(s, 'bytes', { min: 0, absent: 0 }) }),
  },
  'dma-corrupt': {
    target: 'dma',
    about: 'one byte arrives changed, byte=0 mask=0xff',
    settings: ['byte', 'mask'],
    effect: (s) => ({
      kind: 'dma-corrupt',
      byte: readNumber(s, 'byte', { min: 0, absent: 0 }),
      mask: readNumber(s, 'mask', { min: 1, max: 0xff, absent: 0xff }),
    }),
  },
  'dma-misdirect': {
    target: 'dma',
    about: 'the transfer goes to another address, by=0x1000',
    settings: ['by'],
    effect: (s) => ({ kind: 'dma-misdirect', by: readMask(s, 'by', 0x1000n) }),
  },
  'read-ones': {
    target: 'read',
    about: 'the register reads all ones, as if nothing were there',
    settings: [],
    effect: () => ({ kind: 'read-ones' }),
  },
  'read-stuck': {
    target: 'read',
    about: 'some bits always read the same, bits=0x1 at=0|1',
    settings: ['bits', 'at'],
    effect: (s) => ({
      kind: 'read-stuck',
      bits: readMask(s, 'bits'),
      at: readNumber(s, 'at', { min: 0, max: 1 }) === 0 ? 0 : 1,
    }),
  },
  'read-late': {
    target: 'read',
    about: 'the answer takes its time, and the machine waits, by=5ms',
    settings: ['by'],
    effect: (s) => ({ kind: 'read-late', byUs: readDuration(s, 'by', undefined, maxLateUs) }),
  },
  'write-ignore': {
    target: 'write',
    about: 'the write has no effect',
    settings: [],
    effect: () => ({ kind: 'write-ignore' }),
  },
  'device-remove': {
    target: 'any',
    about: 'the device is pulled out, for good',
    settings: [],
    effect: () => ({ kind: 'device-remove' }),
  },
  'link-down': {
    target: 'any',
    about: 'nothing passes between device and machine until the fault is cleared',
    settings: [],
    effect: () => ({ kind: 'link-down' }),
  },
};

/** A late answer stops the whole machine, with its monitor. QEMU waits for a minute, then treats the device as dead. */
const maxLateUs = 30_000_000;

/** The settings of every fault. */
export const commonSettings: readonly string[] = ['id', 'device', ...triggerSettings];

/** Filters for the accesses that a fault counts, by target. */
export const filterSettings: Readonly<Record<FaultTarget, readonly string[]>> = {
  interrupt: ['vector'],
  dma: ['direction'],
  read: ['register', 'bar', 'range'],
  write: ['register', 'bar', 'range'],
  any: ['register', 'bar', 'range'],
};
