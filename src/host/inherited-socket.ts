import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A socket that this process was started with. */
export function openInheritedSocket(descriptor: number): Duplex {
  return new Socket({ fd: descriptor, readable: true, writable: true });
}
