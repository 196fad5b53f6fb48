import type { Duplex } from 'node:stream';
import { ByteReader } from '../../host/files/byte-streams.ts';
import { writeFully } from '../../host/files/file-changes.ts';
import type { FaultyDisk } from './faulty-disk.ts';

// The network block device's protocol, as far as QEMU needs it: fixed newstyle handshake, one export, simple replies.
// Source: the NBD project's doc/proto.md. All numbers are big-endian.

const greetingMagic = Buffer.from('NBDMAGICIHAVEOPT', 'latin1');
const optionReplyMagic = 0x3e889045565a9n;
const requestMagic = 0x25609513;
const replyMagic = 0x67446698;

const handshakeFlags = { fixedNewstyle: 1, noZeroes: 2 };
const exportFlags = { hasFlags: 1, sendFlush: 4 };

const options = { abort: 2, info: 6, go: 7 };
const optionReplies = { ack: 1, info: 3, unsupported: 0x80000001 };
const infoTypes = { export: 0, blockSize: 3 };

const commands = { read: 0, write: 1, disconnect: 2, flush: 3 };
const errors = { EIO: 5, EINVAL: 22, ENOSPC: 28 };

/** Reads of single sectors, so that a fault can hit exactly one. QEMU splits longer requests. */
const blockSizes = { min: 512, preferred: 4096, max: 1024 * 1024 };

function greeting(): Buffer {
  return Buffer.concat([greetingMagic, number16(handshakeFlags.fixedNewstyle | handshakeFlags.noZeroes)]);
}

const optionHeaderBytes = 16;

/** `IHAVEOPT`, option, length. Undefined: not an option. */
function parseOption(bytes: Buffer): { readonly option: number; readonly length: number } | undefined {
  if (!bytes.subarray(0, 8).equals(greetingMagic.subarray(8))) return undefined;
  return { option: bytes.readUInt32BE(8), length: bytes.readUInt32BE(12) };
}

/** The answer to `info` and `go`, for the only export. */
function describeExport(option: number, sizeBytes: number): Buffer {
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

function acknowledge(option: number): Buffer {
  return optionReply(option, optionReplies.ack);
}

function declineOption(option: number): Buffer {
  return optionReply(option, optionReplies.unsupported);
}

function optionReply(option: number, type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const magic = Buffer.alloc(8);
  magic.writeBigUInt64BE(optionReplyMagic);
  return Buffer.concat([magic, number32(option), number32(type), number32(data.length), data]);
}

const requestBytes = 28;

export interface NbdRequest {
  readonly command: number;
  /** Returned in the reply. */
  readonly cookie: bigint;
  readonly offset: number;
  readonly length: number;
}

/** Undefined: not a request. */
function parseNbdRequest(bytes: Buffer): NbdRequest | undefined {
  if (bytes.readUInt32BE(0) !== requestMagic) return undefined;
  return {
    command: bytes.readUInt16BE(6),
    cookie: bytes.readBigUInt64BE(8),
    offset: Number(bytes.readBigUInt64BE(16)),
    length: bytes.readUInt32BE(24),
  };
}

function encodeReply(cookie: bigint, error: number, data: Buffer = Buffer.alloc(0)): Buffer {
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

/** QEMU sends no longer option; the longest holds the name of an export. */
const maxOptionBytes = 4096;
const maxInFlight = 16;

/** Serves a disk to QEMU until it disconnects. A peer that violates the protocol is disconnected. */
export async function serveDisk(stream: Duplex, disk: FaultyDisk): Promise<void> {
  stream.on('error', () => undefined);
  const reader = new ByteReader(stream);
  if (await shakeHands(stream, reader, disk.sizeBytes)) await serveRequests(stream, reader, disk);
  stream.destroy();
}

/** Whether the peer has chosen the disk. */
async function shakeHands(stream: Duplex, reader: ByteReader, sizeBytes: number): Promise<boolean> {
  stream.write(greeting());
  if ((await reader.take(4)) === undefined) return false;
  for (;;) {
    const header = await reader.take(optionHeaderBytes);
    const asked = header === undefined ? undefined : parseOption(header);
    if (asked === undefined || asked.length > maxOptionBytes || (await reader.take(asked.length)) === undefined)
      return false;
    switch (asked.option) {
      case options.info:
      case options.go:
        stream.write(describeExport(asked.option, sizeBytes));
        if (asked.option === options.go) return true;
        break;
      case options.abort:
        stream.write(acknowledge(asked.option));
        return false;
      default:
        stream.write(declineOption(asked.option));
    }
  }
}

/** Serves several requests at a time, as they arrive, so that a delayed one does not hold up others. */
async function serveRequests(stream: Duplex, reader: ByteReader, disk: FaultyDisk): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  for (;;) {
    const header = await reader.take(requestBytes);
    const request = header === undefined ? undefined : parseNbdRequest(header);
    if (request === undefined || request.command === commands.disconnect || request.length > blockSizes.max) return;
    const payload = await reader.take(request.command === commands.write ? request.length : 0);
    if (payload === undefined) return;
    const served = serveSafely(disk, request, payload).then((reply) => writeFully(stream, reply));
    inFlight.add(served);
    void served.finally(() => inFlight.delete(served));
    if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
  }
}

/** An unexpected failure of our own disk looks like a disk error to the guest. */
async function serveSafely(disk: FaultyDisk, request: NbdRequest, payload: Buffer): Promise<Buffer> {
  try {
    return await serveOne(disk, request, payload);
  } catch {
    return encodeReply(request.cookie, errors.EIO);
  }
}

async function serveOne(
  disk: FaultyDisk,
  { command, cookie, offset, length }: NbdRequest,
  payload: Buffer,
): Promise<Buffer> {
  if (offset + length > disk.sizeBytes) return encodeReply(cookie, errors.EINVAL);
  switch (command) {
    case commands.read: {
      const read = await disk.read(offset, length);
      return typeof read === 'string' ? encodeReply(cookie, errors[read]) : encodeReply(cookie, 0, read);
    }
    case commands.write:
      return replyTo(cookie, await disk.write(offset, payload));
    case commands.flush:
      return replyTo(cookie, await disk.flush());
    default:
      return encodeReply(cookie, errors.EINVAL);
  }
}

function replyTo(cookie: bigint, error: keyof typeof errors | undefined): Buffer {
  return encodeReply(cookie, error === undefined ? 0 : errors[error]);
}
