import type { BusName } from '../device/definition/model-base.ts';
import { boardPlace, uartOfPlace } from './model-buses.ts';
import type { DeviceLine, SuiteProblem } from '../suite/suite.ts';

type Complaint = Pick<SuiteProblem, 'message' | 'hint'>;

/** Buses of which a machine can have several, by the letters of their places. */
const severalBuses: ReadonlySet<BusName> = new Set(['i2c', 'spi', 'can']);

/** The most devices of a bus in one machine; absent: no limit of ours. */
const mostOf: Readonly<Partial<Record<BusName, number>>> = {
  // The ports of QEMU's controller.
  usb: 15,
};

/** Buses whose devices are at the ports of another one. */
const portsOf: Readonly<Partial<Record<BusName, BusName>>> = { can: 'usb' };

/** The place of a CAN node whose line names none. */
const firstCanPlace = 'can0';

/** What is wrong with the place of a device, now that its model's bus is known; undefined: nothing. */
export function placeProblem({ id, place, nic }: DeviceLine, bus: BusName): Complaint | undefined {
  if (nic !== undefined && bus !== 'link')
    return {
      message: `${id}: nic=${nic} is for the model of a link partner, but this is a model for ${bus}`,
      hint: 'Leave nic= out. A control that is called nic can only be set with hw.',
    };
  if (place === undefined) return undefined;
  if (uartOfPlace(place) !== undefined) return bus === 'serial' ? undefined : notAtLine(id, place, bus);
  if (bus === 'serial')
    return {
      message: `${id}: expected the line of a model of a UART, such as bus=uart0.line, found bus=${place}`,
      hint: 'Without bus=, the device is at a UART of QEMU.',
    };
  if (!severalBuses.has(bus))
    return {
      message: `${id}: bus=${place} is a place on I2C, SPI or CAN, but this is a model for ${bus}, which has none`,
      hint: 'Leave bus= out.',
    };
  if (place.replace(/\d+$/, '') === bus || (bus === 'i2c' && place === boardPlace)) return undefined;
  return {
    message: `${id}: expected a place such as ${bus}0, because this is a model for ${bus}, found bus=${place}`,
    hint: `Write bus=${bus}0, or leave it out.`,
  };
}

function notAtLine(id: string, place: string, bus: BusName): Complaint {
  return {
    message:
      `${id}: bus=${place} is the line of a UART, at which only a serial device can be; ` +
      `this is a model for ${bus}`,
    hint: 'Leave bus= out, or describe the device with defineSerialDevice.',
  };
}

/** The device that is one too many in a machine; undefined: all find a place. */
export function crowdedOut(
  devices: readonly DeviceLine[],
  busOf: (device: DeviceLine) => BusName | undefined,
): { readonly device: DeviceLine; readonly complaint: Complaint } | undefined {
  const counts = new Map<BusName, number>();
  const adapters = new Set<string>();
  for (const device of devices) {
    const bus = busOf(device);
    if (bus === undefined) continue;
    if (bus === 'can') {
      const place = device.place ?? firstCanPlace;
      if (adapters.has(place)) continue;
      adapters.add(place);
    }
    const ports = portsOf[bus] ?? bus;
    const count = (counts.get(ports) ?? 0) + 1;
    counts.set(ports, count);
    const most = mostOf[ports] ?? Infinity;
    if (count <= most) continue;
    return {
      device,
      complaint: {
        message: `${device.id}: a machine has at most ${most} devices on ${ports}, and this is one more`,
        hint: 'Move devices to the info/devices of the tests that need them.',
      },
    };
  }
  return undefined;
}

/**
 * A CAN node at a bus that gets another name in the guest; undefined: there is none. The kernel numbers adapters in the
 * order of the lines.
 */
export function misnumberedBus(
  devices: readonly DeviceLine[],
  busOf: (device: DeviceLine) => BusName | undefined,
): { readonly device: DeviceLine; readonly complaint: Complaint } | undefined {
  const places = new Set<string>();
  for (const device of devices) {
    if (busOf(device) !== 'can') continue;
    const place = device.place ?? firstCanPlace;
    const next = `can${places.size}`;
    if (place !== next && !places.has(place))
      return {
        device,
        complaint: {
          message: `${device.id}: expected bus=${next} before bus=${place}, as the guest numbers them in this order`,
          hint: `Write bus=${next} here, or put the line of ${next} before it.`,
        },
      };
    places.add(place);
  }
  return undefined;
}

/** The place of an I2C device whose line names none. */
const firstI2cPlace = 'i2c0';

/** A device with the address of an earlier one on its I2C bus; undefined: all have their own. */
export function sharedAddress(
  devices: readonly DeviceLine[],
  addressOf: (device: DeviceLine) => number | undefined,
): { readonly device: DeviceLine; readonly complaint: Complaint } | undefined {
  const owners = new Map<string, DeviceLine>();
  for (const device of devices) {
    const address = addressOf(device);
    if (address === undefined) continue;
    const place = device.place ?? firstI2cPlace;
    const key = `${place} ${address}`;
    const owner = owners.get(key);
    owners.set(key, device);
    if (owner === undefined) continue;
    return {
      device,
      complaint: {
        message:
          `${device.id}: expected an address of its own on ${place}, found 0x${address.toString(16)}, ` +
          `which is that of ${owner.id}`,
        hint: 'Put one of them on another bus, such as bus=i2c1.',
      },
    };
  }
  return undefined;
}
