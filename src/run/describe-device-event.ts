import type { DeviceEvent, LogEntry } from '../device/log/access-log.ts';

/** What happened to a device, for a reader of the timeline: `write STATUS 0x80`. */
export function describeDeviceEvent(event: DeviceEvent): string {
  switch (event.kind) {
    case 'read':
      return `read ${placeOf(event)} ${event.value}`;
    case 'write':
      return `write ${placeOf(event)} ${event.value}`;
    case 'dma': {
      const what =
        `DMA ${event.direction} of ${event.length} bytes ${event.direction === 'read' ? 'from' : 'to'} ` +
        event.address;
      return event.outcome === 'done' ? what : `${what}: ${event.outcome}`;
    }
    case 'interrupt':
      return `interrupt ${event.vector}${event.name === undefined ? '' : ` (${event.name})`}: ${event.outcome}`;
    case 'reset':
      return 'reset';
    case 'fault':
      return `fault ${event.id} fired at ${event.access}`;
    case 'control':
      return `control ${event.name} set to ${event.value}`;
    case 'crash':
      return `the model crashed at ${event.during}: ${event.message}`;
  }
}

function placeOf({ registers, bar, offset, length }: Extract<DeviceEvent, { kind: 'read' | 'write' }>): string {
  const name = registers.length === 0 ? `bar ${bar} at 0x${offset.toString(16)}` : registers.join(', ');
  return length <= 8 ? name : `${name} (${length} bytes)`;
}

/** The entry without what the timeline says in another way. */
export function dataOf({ sequence: _sequence, atUs: _atUs, ...event }: LogEntry): Readonly<Record<string, unknown>> {
  return event;
}
