import { Duplex, PassThrough } from 'node:stream';

/** The two ends of a connection in memory: what is written to one is read from the other. */
export function duplexPair(): readonly [Duplex, Duplex] {
  const there = new PassThrough();
  const back = new PassThrough();
  return [Duplex.from({ readable: back, writable: there }), Duplex.from({ readable: there, writable: back })];
}
