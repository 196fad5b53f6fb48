import { bounds } from '../../bounds/bounds.ts';
import type { Link, LinkModel } from '../link/link-definition.ts';
import type { UnitOptions } from './device-unit.ts';
import { StreamUnit } from './stream-unit.ts';

/** The link partner of a network card. */
export class LinkUnit extends StreamUnit<LinkModel> {
  constructor(model: LinkModel, options: UnitOptions) {
    super(model, { unit: 'frame', ports: (send) => ({ link: linkOf(model, send) }) }, options);
  }
}

/** Two addresses and a type. */
const shortest = 14;
const longest = bounds.frames.bytes;

function linkOf({ mac }: LinkModel, send: (frame: Buffer) => void): Link {
  return {
    mac: Buffer.from(mac.replaceAll(':', ''), 'hex'),
    send: (frame) => {
      if (frame.length < shortest || frame.length > longest)
        throw new RangeError(`link.send: expected a frame of ${shortest} to ${longest} bytes, found ${frame.length}`);
      // A copy, because the model may change its buffer.
      send(Buffer.from(frame));
    },
  };
}
