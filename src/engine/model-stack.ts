import type { HostEvent } from '../device-host/control-protocol.ts';

/** A stack as the model's author knows it: without our own frames and Node's below it. */
export function inModelsWords(event: HostEvent, ownDirectory: string): HostEvent {
  switch (event.event) {
    case 'crashed':
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case 'hung':
    case 'threw':
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case 'ready':
    case 'connected':
    case 'removed':
    case 'disconnected':
      return event;
  }
}

function authorsFrames(stack: string, ownDirectory: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line)))
    .join('\n');
}
