import type { UsbModel } from './usb-definition.ts';
import type { UsbEndpoint, UsbInterface, UsbSpeed } from './usb-interface.ts';

/** An endpoint with everything that was left to defaults. */
export interface LaidEndpoint {
  readonly name: string;
  /** Its number, with bit 7 if it sends to the machine. */
  readonly address: number;
  readonly direction: 'in' | 'out';
  readonly type: 'bulk' | 'interrupt';
  readonly packet: number;
  /** bInterval: milliseconds at low and full speed, else a power of two of 125 microseconds. 0: bulk. */
  readonly interval: number;
}

/** An interface in one of its settings. */
export interface LaidSetting {
  readonly number: number;
  readonly alternate: number;
  readonly class: number;
  readonly subclass: number;
  readonly protocol: number;
  readonly descriptors: readonly number[];
  readonly endpoints: readonly LaidEndpoint[];
}

export const defaultSpeed: UsbSpeed = 'high';

/** All settings of all interfaces, in the order of the configuration descriptor. */
export function layOut({ usb, interfaces }: Pick<UsbModel, 'usb' | 'interfaces'>): readonly LaidSetting[] {
  return Object.values(interfaces).flatMap((face, number) => settingsOf(face, number, usb.speed ?? defaultSpeed));
}

function settingsOf(face: UsbInterface, number: number, speed: UsbSpeed): readonly LaidSetting[] {
  return [face, ...(face.alternates ?? [])].map(({ endpoints = {}, descriptors = [] }, alternate) => ({
    number,
    alternate,
    class: face.class,
    subclass: face.subclass ?? 0,
    protocol: face.protocol ?? 0,
    descriptors: descriptors.flatMap((bytes) => [...bytes]),
    endpoints: Object.entries(endpoints).map(([name, endpoint]) => layEndpoint(name, endpoint, speed)),
  }));
}

function layEndpoint(name: string, endpoint: UsbEndpoint, speed: UsbSpeed): LaidEndpoint {
  const isIn = endpoint.in !== undefined;
  return {
    name,
    address: isIn ? endpoint.in | 0x80 : endpoint.out,
    direction: isIn ? 'in' : 'out',
    type: endpoint.type,
    packet: endpoint.packet ?? usualPacket(endpoint.type, speed),
    interval: endpoint.type === 'bulk' ? 0 : intervalOf(endpoint.everyMs ?? 1, speed),
  };
}

/** The packet sizes that a bulk endpoint may have; none at low speed. */
export const bulkPackets: Readonly<Record<UsbSpeed, readonly number[]>> = {
  low: [],
  full: [8, 16, 32, 64],
  high: [512],
  super: [1024],
};

/** The longest packet of an interrupt endpoint. */
export const longestInterrupt: Readonly<Record<UsbSpeed, number>> = { low: 8, full: 64, high: 1024, super: 1024 };

function usualPacket(type: 'bulk' | 'interrupt', speed: UsbSpeed): number {
  return type === 'bulk' ? (bulkPackets[speed].at(-1) ?? 8) : Math.min(64, longestInterrupt[speed]);
}

/** How often an interrupt endpoint can be asked, in milliseconds. */
export function pollRange(speed: UsbSpeed): { readonly min: number; readonly max: number } {
  return isFast(speed) ? { min: 0.125, max: 4096 } : { min: 1, max: 255 };
}

function intervalOf(everyMs: number, speed: UsbSpeed): number {
  // Rounded down: a host may ask more often than it must.
  return isFast(speed) ? Math.floor(Math.log2(everyMs * 8)) + 1 : Math.floor(everyMs);
}

function isFast(speed: UsbSpeed): boolean {
  return speed === 'high' || speed === 'super';
}
