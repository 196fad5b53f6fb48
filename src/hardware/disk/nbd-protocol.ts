// The network block device's protocol, as far as QEMU needs it: fixed newstyle handshake, one export, simple replies.
// Source: the NBD project's doc/proto.md. All numbers are big-endian.

export const greetingMagic = Buffer.from('NBDMAGICIHAVEOPT', 'latin1');
const optionReplyMagic = 0x3e889045565a9n;
const requestMagic = 0x25609513;
const replyMagic = 0x67446698;

export const handshakeFlags = { fixedNewstyle: 1, noZeroes: 2 };
const exportFlags = { hasFlags: 1, sendFlush: 4 };

export const options = { abort: 2, info: 6, go: 7 };
const optionReplies = { ack: 1, info: 3, unsupported: 0x80000001 };
const infoTypes = { export: 0, blockSize: 3 };

export const commands = { read: 0, write: 1, disconnect: 2, flush: 3 };
export const errors = { EIO: 5, EINVAL: 22, ENOSPC: 28 };

/** Reads of one sector, so that a fault of one is one; what is longer, QEMU splits. */
export const blockSizes = { min: 512, preferred: 4096, max: 1024 * 1024 };

export function greeting(): Buffer {
  return Buffer.concat([greetingMagic, number16(handshakeFlags.fixedNewstyle | handshakeFlags.noZeroes)]);
}

export const optionHeaderBytes = 16;

/** `IHAVEOPT`, option, length. Undefined: it is none. */
export function parseOption(bytes: Buffer): { readonly option: number; readonly length: number } | undefined {
  if (!bytes.subarray(0, 8).equals(greetingMagic.subarray(8))) return undefined;
  return { option: bytes.readUInt32BE(8), length: bytes.readUInt32BE(12) };
}

/** The answer to `info` and `go`: the only export that there is. */
export function describeExport(option: number, sizeBytes: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(sizeBytes));
  const sizes = [blockSizes.min, blockSizes.preferred, blockSizes.max].map(number32);
  return Buffer.concat([
    optionReply(
      option,
      optionReplies.info,
      Buffer.concat([number16(infoTypes.export), size, number16(exportFlags.hasFlags | exportFlags.sendFlush)]),
    ),
    optionReply(option, optionReplies.info, Buffer.concat([number16(infoTypes.blockSize), ...sizes])),
    optionReply(option, optionReplies.ack),
  ]);
}

export function acknowledge(option: number): Buffer {
  return optionReply(option, optionReplies.ack);
}

export function declineOption(option: number): Buffer {
  return optionReply(option, optionReplies.unsupported);
}

function optionReply(option: number, type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const magic = Buffer.alloc(8);
  magic.writeBigUInt64BE(optionReplyMagic);
  return Buffer.concat([magic, number32(option), number32(type), number32(data.length), data]);
}

export const requestBytes = 28;

export interface NbdRequest {
  readonly command: number;
  /** Given back with the reply. */
  readonly cookie: bigint;
  readonly offset: number;
  readonly length: number;
}

/** Undefined: it is none. */
export function parseNbdRequest(bytes: Buffer): NbdRequest | undefined {
  if (bytes.readUInt32BE(0) !== requestMagic) return undefined;
  return {
    command: bytes.readUInt16BE(6),
    cookie: bytes.readBigUInt64BE(8),
    offset: Number(bytes.readBigUInt64BE(16)),
    length: bytes.readUInt32BE(24),
  };
}

export function encodeReply(cookie: bigint, error: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(replyMagic, 0);
  header.writeUInt32BE(error, 4);
  header.writeBigUInt64BE(cookie, 8);
  return Buffer.concat([header, data]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
