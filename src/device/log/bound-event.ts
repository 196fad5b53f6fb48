import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import type { DeviceEvent } from './access-log.ts';

const { textChars, registers: maxRegisters } = bounds.deviceLog;

/**
 * The event with every text cut, and no more registers than a reader looks at: ten thousand of them are kept, and sent.
 */
export function boundEvent(event: DeviceEvent): DeviceEvent {
  switch (event.kind) {
    case 'read':
    case 'write':
      return { ...event, registers: boundNames(event.registers) };
    case 'interrupt':
      return event.name === undefined ? event : { ...event, name: cutText(event.name, textChars) };
    case 'fault':
      return { ...event, id: cutText(event.id, textChars), access: cutText(event.access, textChars) };
    case 'control':
      return { ...event, name: cutText(event.name, textChars), value: cutText(event.value, textChars) };
    case 'crash':
      return { ...event, during: cutText(event.during, textChars), message: cutText(event.message, textChars) };
    case 'dma':
    case 'reset':
      return event;
  }
}

function boundNames(names: readonly string[]): readonly string[] {
  const kept = names
    .slice(0, names.length <= maxRegisters ? maxRegisters : maxRegisters - 1)
    .map((name) => cutText(name, textChars));
  return kept.length === names.length ? kept : [...kept, `… and ${names.length - kept.length} more`];
}
