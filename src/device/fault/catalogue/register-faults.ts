import { readDuration, readMask, readNumber } from '../fault-spec.ts';
import type { FaultsOf } from './fault-description.ts';

/** A late answer stops the whole machine, with its monitor. QEMU waits for a minute, then treats the device as dead. */
const maxLateUs = 30_000_000;

/** Faults of what PCI and platform devices have: registers, DMA, interrupts. */
export const registerFaults = {
  'irq-drop': {
    targets: ['interrupt'],
    about: 'the interrupt never comes',
    settings: [],
    effect: () => ({ kind: 'irq-drop' }),
  },
  'irq-delay': {
    targets: ['interrupt'],
    about: 'the interrupt comes later, by=5ms',
    settings: ['by'],
    effect: (s) => ({ kind: 'irq-delay', byUs: readDuration(s, 'by') }),
  },
  'irq-duplicate': {
    targets: ['interrupt'],
    about: 'the interrupt comes again at once, times=1',
    settings: ['times'],
    effect: (s) => ({ kind: 'irq-duplicate', times: readNumber(s, 'times', { min: 1, max: 1000, absent: 1 }) }),
  },
  'irq-storm': {
    targets: ['interrupt'],
    about: 'the interrupt comes again and again, times=1000 apart=100us',
    settings: ['times', 'apart'],
    effect: (s) => ({
      kind: 'irq-storm',
      times: readNumber(s, 'times', { min: 1, max: 1_000_000, absent: 1000 }),
      everyUs: readDuration(s, 'apart', 100),
    }),
  },
  'dma-fail': {
    targets: ['dma'],
    about: 'the transfer ends with an error',
    settings: [],
    effect: () => ({ kind: 'dma-fail' }),
  },
  'dma-hang': {
    targets: ['dma'],
    about: 'the transfer never ends',
    settings: [],
    effect: () => ({ kind: 'dma-hang' }),
  },
  'dma-truncate': {
    targets: ['dma'],
    about: 'only the first bytes arrive, bytes=0',
    settings: ['bytes'],
    effect: (s) => ({ kind: 'dma-truncate', toBytes: readNumber(s, 'bytes', { min: 0, absent: 0 }) }),
  },
  'dma-corrupt': {
    targets: ['dma'],
    about: 'one byte arrives changed, byte=0 mask=0xff',
    settings: ['byte', 'mask'],
    effect: (s) => ({
      kind: 'dma-corrupt',
      byte: readNumber(s, 'byte', { min: 0, absent: 0 }),
      mask: readNumber(s, 'mask', { min: 1, max: 0xff, absent: 0xff }),
    }),
  },
  'dma-misdirect': {
    targets: ['dma'],
    about: 'the transfer goes to another address, by=0x1000',
    settings: ['by'],
    effect: (s) => ({ kind: 'dma-misdirect', by: readMask(s, 'by', 0x1000n) }),
  },
  'read-ones': {
    targets: ['read'],
    about: 'the register reads all ones, as if nothing were there',
    settings: [],
    effect: () => ({ kind: 'read-ones' }),
  },
  'read-stuck': {
    targets: ['read', 'message', 'exchange'],
    about: 'some bits always read the same, bits=0x1 at=0|1',
    settings: ['bits', 'at'],
    effect: (s) => ({
      kind: 'read-stuck',
      bits: readMask(s, 'bits'),
      at: readNumber(s, 'at', { min: 0, max: 1 }) === 0 ? 0 : 1,
    }),
  },
  'read-late': {
    targets: ['read'],
    about: 'the answer takes its time, and the machine waits, by=5ms',
    settings: ['by'],
    effect: (s) => ({ kind: 'read-late', byUs: readDuration(s, 'by', undefined, maxLateUs) }),
  },
  'write-ignore': {
    targets: ['write'],
    about: 'the write has no effect',
    settings: [],
    effect: () => ({ kind: 'write-ignore' }),
  },
} satisfies FaultsOf<
  | 'irq-drop'
  | 'irq-delay'
  | 'irq-duplicate'
  | 'irq-storm'
  | 'dma-fail'
  | 'dma-hang'
  | 'dma-truncate'
  | 'dma-corrupt'
  | 'dma-misdirect'
  | 'read-ones'
  | 'read-stuck'
  | 'read-late'
  | 'write-ignore'
>;
