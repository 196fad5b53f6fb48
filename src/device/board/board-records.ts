import { type DeviceInterrupt, type Firmware, maxNameBytes } from '../definition/firmware.ts';
import type { PropertyValue } from '../definition/property.ts';
import type { LineUse } from './board-gpios.ts';
import { busKinds, noLine, padded, propertyTypes, recordKinds } from './board-layout.ts';

// The records of a board's configuration, as in guest/board/wire.h.

export function lineRecord(line: number, name: string): Buffer {
  return record(recordKinds.line, numbers(line), nameBytes(name));
}

export function busRecord(kind: 'i2c' | 'spi', channel: number, chipSelects: number): Buffer {
  return record(recordKinds.bus, numbers(busKinds[kind], channel, chipSelects));
}

export interface DeviceEntry {
  readonly bus: keyof typeof busKinds;
  readonly channel?: number;
  /** Or its chip select, or the offset of its window. */
  readonly address?: number;
  /** Of its window. */
  readonly size?: number;
  readonly hz?: number;
  readonly mode?: number;
  readonly line?: number | undefined;
  readonly interrupt?: DeviceInterrupt | undefined;
  /** Of a platform device. */
  readonly id?: number;
  /** By which its driver knows it. */
  readonly name: string;
}

export function deviceRecord(entry: DeviceEntry): Buffer {
  const { bus, channel = 0, address = 0, size = 0, hz = 0, mode = 0, line = noLine, interrupt, id = 0, name } = entry;
  return record(
    recordKinds.device,
    numbers(busKinds[bus], channel, address, size, hz, mode, line, lineType(interrupt), id),
    nameBytes(name),
  );
}

/** IRQ_TYPE_* of Linux. */
function lineType({ activeLow = false, trigger = 'level' }: DeviceInterrupt = {}): number {
  if (trigger === 'level') return activeLow ? 8 : 4;
  return activeLow ? 2 : 1;
}

/** The attributes of the device before them. */
export function firmwareRecords({ properties, clocks }: Pick<Firmware, 'properties' | 'clocks'>): readonly Buffer[] {
  return [
    ...Object.entries(properties).map(([name, property]) => propertyRecord(name, property)),
    ...clockRecords(clocks),
  ];
}

export function clockRecords(clocks: Firmware['clocks']): readonly Buffer[] {
  return Object.entries(clocks).map(([name, hz]) => record(recordKinds.clock, numbers(hz), nameBytes(name)));
}

/** `name`: by which the driver asks for the line. */
export function gpioRecord({ name, line, activeLow }: LineUse): Buffer {
  return record(recordKinds.gpio, numbers(line, activeLow ? 1 : 0), nameBytes(name));
}

/** A device that the table of devices has at this path. Its clocks may follow. */
export function nodeRecord(bus: keyof typeof busKinds, path: string): Buffer {
  return record(recordKinds.node, numbers(busKinds[bus]), nameBytes(path));
}

/** What follows belongs to a child of the device. */
export function childRecord(): Buffer {
  return record(recordKinds.child);
}

export function propertyRecord(name: string, property: PropertyValue): Buffer {
  const { type, count, data } = valueOfProperty(property);
  return record(recordKinds.property, numbers(type, count), nameBytes(name), data);
}

function valueOfProperty(property: PropertyValue): {
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
} {
  if (property === true) return { type: propertyTypes.flag, count: 0, data: Buffer.alloc(0) };
  const values: readonly (string | number | bigint)[] = Array.isArray(property) ? property : [property];
  const isText = values.every((value) => typeof value === 'string');
  const pieces = values.map((value) => (typeof value === 'string' ? Buffer.from(`${value}\0`) : number64(value)));
  return { type: isText ? propertyTypes.texts : propertyTypes.numbers, count: values.length, data: joined(pieces) };
}

function joined(pieces: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(pieces);
  return Buffer.concat([bytes], padded(bytes.length));
}

function number64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return bytes;
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, 4 * index));
  return bytes;
}

/** A name that ends in 0. The definitions have no longer ones. */
function nameBytes(name: string): Buffer {
  const bytes = Buffer.alloc(maxNameBytes + 1);
  bytes.write(name.slice(0, maxNameBytes), 'latin1');
  return bytes;
}

function record(kind: number, ...parts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(4);
  const whole = Buffer.concat([header, ...parts]);
  whole.writeUInt16LE(kind, 0);
  whole.writeUInt16LE(whole.length, 2);
  return whole;
}
