import type { DeviceLine, SuiteProblem } from '../suite/suite.ts';
import { uartOfPlace } from './model-buses.ts';

type Complaint = Pick<SuiteProblem, 'message' | 'hint'>;

/** What decides whether a serial device can be at the line of a model. */
export interface LineFacts {
  /** The model is a UART; `serdev`: ACPI describes it, so that a driver of the device behind it can be found. */
  readonly uart?: 'terminal' | 'serdev';
  /** The model is a serial device with a driver of its own. */
  readonly isForSerdev?: boolean;
}

export interface MisplacedDevice {
  readonly device: DeviceLine;
  readonly complaint: Complaint;
}

/** Serial devices that cannot be at the line that their places name. Undefined facts: the model is broken. */
export function lineProblems(
  devices: readonly DeviceLine[],
  factsOf: (device: DeviceLine) => LineFacts | undefined,
): readonly MisplacedDevice[] {
  const owners = new Map<string, DeviceLine>();
  return devices.flatMap((device) => {
    const complaint = lineProblem(device, { devices, factsOf, owners }) ?? confusedId(device, devices);
    return complaint === undefined ? [] : [{ device, complaint }];
  });
}

interface Neighbours {
  readonly devices: readonly DeviceLine[];
  readonly factsOf: (device: DeviceLine) => LineFacts | undefined;
  /** The devices at the lines of UARTs so far. */
  readonly owners: Map<string, DeviceLine>;
}

function lineProblem(device: DeviceLine, { devices, factsOf, owners }: Neighbours): Complaint | undefined {
  const { id, place } = device;
  const wanted = uartOfPlace(place);
  if (wanted === undefined) return undefined;
  const uart = devices.find((candidate) => candidate.id === wanted);
  if (uart === undefined) {
    const others = devices.filter((other) => other !== device).map((other) => other.id);
    return {
      message: `${id}: expected a device ${wanted}, at whose line it is (bus=${place}), found none`,
      hint:
        others.length === 0
          ? `Add a line for ${wanted}.`
          : `The other devices of the machine are ${others.join(', ')}.`,
    };
  }
  const owner = owners.get(wanted);
  owners.set(wanted, device);
  if (owner !== undefined)
    return {
      message: `${id}: expected a line without another device, found ${owner.id} at that of ${wanted}`,
      hint: 'A line has one far end. Add a UART for the other device.',
    };
  return unfitUart({ id, wanted }, { uart: factsOf(uart), end: factsOf(device) });
}

function unfitUart(
  { id, wanted }: { readonly id: string; readonly wanted: string },
  { uart, end }: { readonly uart: LineFacts | undefined; readonly end: LineFacts | undefined },
): Complaint | undefined {
  if (uart === undefined || end === undefined) return undefined;
  if (uart.uart === undefined)
    return {
      message: `${id}: expected a model of a UART at ${wanted}, found one without a line`,
      hint: 'The model of a UART has a handler `received` for what comes, and sends by `line.send`.',
    };
  if (end.isForSerdev !== true || uart.uart === 'serdev') return undefined;
  return {
    message: `${id}: its driver is found by ACPI only, but ACPI does not describe ${wanted}`,
    hint: "Give the UART an id instead of its driver's name: platform: { acpi: 'INT33C4' }.",
  };
}

/** `uart0.line gps.ts` looks like a place, and would be the id of a device at a UART of QEMU. */
function confusedId({ id }: DeviceLine, devices: readonly DeviceLine[]): Complaint | undefined {
  const uart = uartOfPlace(id);
  if (uart === undefined || !devices.some((other) => other.id === uart)) return undefined;
  return {
    message: `${id}: expected an id that does not look like the line of ${uart}`,
    hint: `A device at that line is written as: gps0 PATH bus=${id}`,
  };
}
