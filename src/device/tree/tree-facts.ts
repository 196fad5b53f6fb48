import type { DeviceInterrupt } from '../definition/firmware.ts';
import type { Properties, PropertyValue } from '../definition/property.ts';
import type { PlatformModel } from '../platform/platform-definition.ts';

/** What a device tree says of a device. It is sent between processes, as JSON. */
export interface TreeFacts {
  /** Of its registers, in bytes. */
  readonly size: number;
  /** Values as a tree has them, in hexadecimal, by their names. */
  readonly properties: Readonly<Record<string, string>>;
  /** Rates in Hz by name. */
  readonly clocks: Readonly<Record<string, number>>;
  readonly interrupt?: DeviceInterrupt;
  /** Lines that its driver asks for, in the order of their numbers. */
  readonly lines: readonly { readonly name: string; readonly activeLow: boolean }[];
}

/** Undefined: no node can name its driver, because the model says no `compatible`. */
export function treeFactsOf({ platform, bars, firmware, gpios }: PlatformModel): TreeFacts | undefined {
  if (platform.compatible === undefined) return undefined;
  const { properties, clocks, interrupt } = firmware;
  return {
    size: bars[0].size,
    properties: bytesOf(properties),
    clocks,
    ...(interrupt === undefined ? {} : { interrupt }),
    lines: Object.entries(gpios).map(([name, { activeLow = false }]) => ({ name, activeLow })),
  };
}

function bytesOf(properties: Properties): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, propertyBytes(value).toString('hex')]),
  );
}

/** Numbers have 32 bits each, or 64 if one needs more. */
export function propertyBytes(value: PropertyValue): Buffer {
  if (value === true) return Buffer.alloc(0);
  const values: readonly (string | number | bigint)[] = typeof value === 'object' ? value : [value];
  const isWide = values.some((one) => typeof one !== 'string' && (one > 0xffffffffn || one < -0x80000000n));
  return Buffer.concat(values.map((one) => (typeof one === 'string' ? Buffer.from(`${one}\0`) : cells(one, isWide))));
}

function cells(value: number | bigint, isWide: boolean): Buffer {
  const bytes = Buffer.alloc(isWide ? 8 : 4);
  if (isWide) bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)));
  else bytes.writeUInt32BE(Number(BigInt.asUintN(32, BigInt(value))));
  return bytes;
}
