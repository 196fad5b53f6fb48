import type { DeviceInterrupt } from '../definition/firmware.ts';
import { type AmlData, bytes, little } from './aml.ts';

// What a device needs of the machine, as `_CRS` says it: ACPI Specification 6.5, section 6.4.3.

/** A resource descriptor. */
export interface Resource {
  readonly kind: 'resource';
  readonly bytes: Buffer;
}

const tags = { memory32Fixed: 0x86, gpio: 0x8c, serialBus: 0x8e, end: 0x79 } as const;

/** The value of `_CRS`. */
export function resourceTemplate(resources: readonly Resource[]): AmlData {
  // A checksum of 0 says that there is none.
  return bytes(Buffer.concat([...resources.map((resource) => resource.bytes), Buffer.of(tags.end, 0)]));
}

/** Registers, below 4 GiB. */
export function memory32(base: number, size: number): Resource {
  const isWritable = 1;
  return large(tags.memory32Fixed, little(1, isWritable), little(4, base), little(4, size));
}

/** `controller`: the path of the bus in the namespace. */
export function i2cConnection(address: number, hz: number, controller: string): Resource {
  return serialBus('i2c', { flags: 0, own: Buffer.concat([little(4, hz), little(2, address)]) }, controller);
}

export interface SpiWire {
  readonly chipSelect: number;
  readonly hz: number;
  readonly mode: number;
}

export function spiConnection({ chipSelect, hz, mode }: SpiWire, controller: string): Resource {
  const [phase, polarity] = [mode & 1, mode >> 1];
  const own = [little(4, hz), Buffer.of(8, phase, polarity), little(2, chipSelect)];
  return serialBus('spi', { flags: 0, own: Buffer.concat(own) }, controller);
}

/** Eight bits without parity, one stop bit, no flow control. */
export function uartConnection(baud: number, controller: string): Resource {
  const eightBits = 3 << 4;
  const oneStopBit = 1 << 2;
  const fifoBytes = 16;
  const [noParity, noLines] = [0, 0];
  const own = [little(4, baud), little(2, fifoBytes), little(2, fifoBytes), Buffer.of(noParity, noLines)];
  return serialBus('uart', { flags: eightBits | oneStopBit, own: Buffer.concat(own) }, controller);
}

/** `controller`: the path of the GPIO chip. */
export function gpioInterrupt(
  pin: number,
  { activeLow = false, trigger = 'level' }: DeviceInterrupt,
  controller: string,
): Resource {
  return gpio('interrupt', { pin, flags: (trigger === 'edge' ? 1 : 0) | (activeLow ? 2 : 0) }, controller);
}

/** A line that the driver reads or drives. */
export function gpioLine(pin: number, controller: string): Resource {
  // Of both directions: which it is, the driver says.
  return gpio('line', { pin, flags: 0 }, controller);
}

const gpioKinds = { interrupt: 0, line: 1 } as const;

function gpio(
  kind: keyof typeof gpioKinds,
  { pin, flags }: { readonly pin: number; readonly flags: number },
  controller: string,
): Resource {
  const [isConsumer, defaultPull] = [1, 0];
  // Offsets count from the descriptor's tag on.
  const pinsAt = 23;
  const sourceAt = pinsAt + 2;
  const source = Buffer.from(`${controller}\0`);
  return large(
    tags.gpio,
    Buffer.of(1, gpioKinds[kind]),
    little(2, isConsumer),
    little(2, flags),
    Buffer.of(defaultPull),
    little(2, 0), // output drive
    little(2, 0), // debounce
    little(2, pinsAt),
    Buffer.of(0), // index of the source
    little(2, sourceAt),
    little(2, sourceAt + source.length),
    little(2, 0), // bytes of the vendor
    little(2, pin),
    source,
  );
}

const serialKinds = { i2c: 1, spi: 2, uart: 3 } as const;

/** `own`: what only this kind of bus has. */
function serialBus(
  kind: keyof typeof serialKinds,
  { flags, own }: { readonly flags: number; readonly own: Buffer },
  controller: string,
): Resource {
  const [revision, sourceIndex, isConsumer, ownRevision] = [2, 0, 2, 1];
  return large(
    tags.serialBus,
    Buffer.of(revision, sourceIndex, serialKinds[kind], isConsumer),
    little(2, flags),
    Buffer.of(ownRevision),
    little(2, own.length),
    own,
    Buffer.from(`${controller}\0`),
  );
}

function large(tag: number, ...parts: readonly Buffer[]): Resource {
  const content = Buffer.concat(parts);
  return { kind: 'resource', bytes: Buffer.concat([Buffer.of(tag), little(2, content.length), content]) };
}
