import type { Duplex } from 'node:stream';
import { ByteReader } from '../../host/byte-reader.ts';
import { writeFully } from '../../host/write-fully.ts';
import type { FaultyDisk } from './faulty-disk.ts';
import {
  acknowledge,
  blockSizes,
  commands,
  declineOption,
  describeExport,
  encodeReply,
  errors,
  greeting,
  optionHeaderBytes,
  options,
  parseNbdRequest,
  parseOption,
  requestBytes,
  type NbdRequest,
} from './nbd-protocol.ts';

/** No option that QEMU sends is longer: it has the name of an export. */
const maxOptionBytes = 4096;
const maxInFlight = 16;

/** Serves a disk to QEMU until it hangs up. A peer that does not keep to the protocol is hung up on. */
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

/** Several at a time, as they come: a request that is late holds up no other. */
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

/** A disk of ours that fails in a way that nobody thought of is to the guest a disk that fails. */
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
