import { type FaultEffect, type FaultKind, readDuration, readMask, readNumber, type Settings } from './fault-spec.ts';
import { triggerSettings } from './trigger.ts';

/**
 * The kind of access that a fault targets: on PCI and platform devices registers, DMA and interrupts; a transfer of
 * USB, a message of I2C, an exchange of SPI, a frame of a network, a serial line or CAN, a change of a GPIO line.
 * `any`: all that passes.
 */
export type FaultTarget =
  | 'interrupt'
  | 'dma'
  | 'read'
  | 'write'
  | 'transfer'
  | 'message'
  | 'exchange'
  | 'frame'
  | 'line'
  | 'any';

export interface FaultDescription {
  /** Several, where buses share the name of a fault. */
  readonly targets: readonly FaultTarget[];
  /** For help and error messages. */
  readonly about: string;
  /** The settings of the effect, in addition to those of all faults with these targets. */
  readonly settings: readonly string[];
  readonly effect: (settings: Settings) => FaultEffect;
}

/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>> = {
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
    targets: ['transfer', 'message', 'exchange', 'frame'],
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
  'device-remove': {
    targets: ['any'],
    about: 'the device is pulled out, for good',
    settings: [],
    effect: () => ({ kind: 'device-remove' }),
  },
  'link-down': {
    targets: ['any'],
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
  transfer: ['endpoint', 'request', 'direction'],
  message: ['register', 'direction'],
  exchange: ['command'],
  line: ['line', 'direction'],
  frame: ['direction'],
  any: ['register', 'bar', 'range', 'endpoint', 'request', 'command', 'line'],
};

/** The faults of a device that has these kinds of accesses. */
export function faultsOn(accesses: readonly FaultTarget[]): readonly FaultKind[] {
  return (Object.keys(faultCatalogue) as FaultKind[]).filter((kind) =>
    faultCatalogue[kind].targets.some((target) => target === 'any' || accesses.includes(target)),
  );
}
