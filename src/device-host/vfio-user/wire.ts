import type { Duplex } from 'node:stream';

export interface WireListener {
  readonly onData: (chunk: Buffer) => void;
  /** The machine has hung up. May be called repeatedly. */
  readonly onEnd: () => void;
  /** The connection can no longer be used, for a reason on our side. */
  readonly onLost: (detail: string) => void;
}

/** What the machine may send next. A descriptor comes along only outside of a row of accesses to BARs. */
export type Expected = 'accesses' | 'a descriptor';

/** The connection to a machine, as bytes. */
export interface Wire {
  /** Called once, before anything else. */
  readonly open: (listener: WireListener) => void;
  readonly write: (bytes: Uint8Array) => void;
  /** Bytes that the machine has not read yet. */
  readonly unsentBytes: number;
  /** Present: there is an interrupt line, and this signals it. */
  readonly ring?: () => void;
  /** What `readOn` was told last. */
  readonly expected: Expected;
  /** Called whenever all that was read has been handled. */
  readonly readOn: (expected: Expected) => void;
  readonly close: () => void;
}

/** A connection without an interrupt line. The kernel drops all descriptors, because nobody receives them. */
export function streamWire(stream: Duplex): Wire {
  return {
    open: ({ onData, onEnd }) => {
      stream.on('data', onData).on('end', onEnd).on('close', onEnd);
      // The following close event reports it.
      stream.on('error', () => undefined);
    },
    write: (bytes) => void stream.write(bytes),
    get unsentBytes() {
      return stream.writableLength;
    },
    expected: 'accesses',
    readOn: () => undefined,
    close: () => void stream.destroy(),
  };
}
