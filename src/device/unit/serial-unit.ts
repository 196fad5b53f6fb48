import type { Line } from '../serial/line.ts';
import type { SerialModel } from '../serial/serial-definition.ts';
import type { UnitOptions } from './device-unit.ts';
import { StreamUnit } from './stream-unit.ts';

/** A device at the far end of a serial line. */
export class SerialUnit extends StreamUnit<SerialModel> {
  constructor(model: SerialModel, options: UnitOptions) {
    super(model, { unit: 'byte', ports: (send) => ({ line: lineOf(send) }) }, options);
  }
}

function lineOf(send: (bytes: Buffer) => void): Line {
  // A copy, because the model may change its buffer.
  return { send: (bytes) => send(typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)) };
}
