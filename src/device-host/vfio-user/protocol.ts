// Numbers of the vfio-user protocol, version 0.0. Source: QEMU's docs/interop/vfio-user.rst, and what QEMU 11.1's
// client does.

export const headerBytes = 16;

export const commands = {
  version: 1,
  dmaMap: 2,
  dmaUnmap: 3,
  deviceInfo: 4,
  regionInfo: 5,
  irqInfo: 7,
  setIrqs: 8,
  regionRead: 9,
  regionWrite: 10,
  dmaRead: 11,
  dmaWrite: 12,
  deviceReset: 13,
  /** Ours, to the relay of an interrupt line, which keeps it from QEMU: line-relay.c. */
  ringLine: 0xff00,
} as const;

/** In the header's flags: what a message is, and two bits about it. */
export const messageType = { mask: 0xf, request: 0, reply: 1 } as const;
export const noReply = 0x10;
export const isError = 0x20;

/**
 * Errors as Linux numbers them. Of a read of configuration space that ends with one, QEMU makes all ones, also of what
 * it emulates.
 */
export const errno = { tooBig: 7, noDevice: 19, invalid: 22, notImplemented: 38, notSupported: 95 } as const;

export const configRegion = 7;
export const regionCount = 9;
/** INTx, MSI, MSI-X, errors, requests to let go. */
export const irqKinds = 5;
export const lineKind = 0;

/**
 * The most data in one message. QEMU 11.1 never finishes a reply of which the socket has taken only a part; a message
 * of this size is one piece to the socket, which takes it whole or not at all.
 */
export const maxDataBytes = 32 * 1024;

/** No message is longer than one full of data; the rest is a header and the numbers before the data. */
export const maxMessageBytes = maxDataBytes + 256;

/** The peer does not speak the protocol, or not any more: nothing can be said to it but goodbye. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
