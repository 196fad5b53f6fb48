// What the board's function and its driver (guest/board/wire.h) say to each other. All numbers are little-endian.

/** Registers of 32 bits in BAR 0. */
export const boardRegisters = {
  id: 0x00,
  version: 0x04,
  /** Where the guest has BAR 0; it says so before it asks for the table of devices. */
  base: 0x08,
  /** Lines with an event. A read clears it. */
  pending: 0x10,
  /** Forgets the events of these lines. */
  clear: 0x14,
  enabled: 0x18,
  /** The event is the low level or the falling edge. */
  falling: 0x1c,
  /** The event is a level. */
  level: 0x20,
  /** The event is any edge. */
  both: 0x24,
  input: 0x30,
  output: 0x34,
  /** 1: the guest drives the line. */
  direction: 0x38,
} as const;

export const idValue = 0x42544451;
export const versionValue = 2;

/** The registers of the request channels. */
export const channelRegisters = { first: 0x100, stride: 0x10, low: 0x0, high: 0x4, doorbell: 0x8 } as const;
export const channelCount = 16;
export const lineCount = 32;

/** From here on, BAR 0 belongs to platform devices. */
export const windowsAt = 0x10000;
export const barBytes = 0x100000;

export const vectors = { answer: 0, lines: 1 } as const;

/** A channel's memory in the guest: a request, and behind it an answer. */
export const requestBytes = 32768;
export const answerBytes = 32768;
export const requestHeaderBytes = 16;
export const pieceHeaderBytes = 16;
export const answerHeaderBytes = 16;

export const requestKinds = { configuration: 1, i2c: 2, spi: 3, busTable: 4, deviceTable: 5 } as const;
export const pieceFlags = { sends: 1, receives: 2, ends: 4 } as const;

export const recordKinds = { line: 1, bus: 2, device: 3, property: 4, clock: 5, gpio: 6, child: 7, node: 8 } as const;
export const busKinds = { i2c: 1, spi: 2, platform: 3, serial: 4 } as const;
export const propertyTypes = { flag: 1, numbers: 2, texts: 3 } as const;
export const noLine = 0xffffffff;

/** Error numbers of Linux. */
export const errnos = {
  none: 0,
  noSuchAddress: 6,
  io: 5,
  again: 11,
  invalid: 22,
  remoteIo: 121,
  timedOut: 110,
} as const;

/** Of the length of requests, answers and records. */
export function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}
