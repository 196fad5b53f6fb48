import {
  answerBytes,
  answerHeaderBytes,
  errnos,
  padded,
  pieceFlags,
  pieceHeaderBytes,
  requestHeaderBytes,
} from './board-layout.ts';

/** A message of I2C, a transfer of SPI. */
export interface RequestPiece {
  /** Or its chip select. */
  readonly address: number;
  /** Undefined: the controller sends nothing. */
  readonly sent: Buffer | undefined;
  readonly receives: boolean;
  /** The chip select goes up after it. */
  readonly ends: boolean;
  /** In bytes. */
  readonly length: number;
  readonly hz: number;
  readonly mode: number;
}

export interface BoardRequest {
  readonly number: number;
  readonly kind: number;
  readonly pieces: readonly RequestPiece[];
}

/** `received`: what came for the pieces that receive, in their order. */
export interface BoardAnswer {
  /** An error number of Linux, or 0. */
  readonly status: number;
  readonly received: readonly Buffer[];
}

export const invalidRequest: BoardAnswer = { status: errnos.invalid, received: [] };

/** The number of a request, which stands even in a bad one. */
export function numberOf(bytes: Buffer): number {
  return bytes.readUInt32LE(0);
}

/** `bytes`: at least a header. Undefined: not a request. It is a guest's, so nothing in it is trusted. */
export function parseRequest(bytes: Buffer): BoardRequest | undefined {
  const count = bytes.readUInt32LE(8);
  if (bytes.readUInt32LE(12) !== bytes.length || count > bytes.length / pieceHeaderBytes) return undefined;
  const pieces: RequestPiece[] = [];
  let received = answerHeaderBytes;
  for (let at = requestHeaderBytes; pieces.length < count; ) {
    const piece = readPiece(bytes, at);
    if (piece === undefined) return undefined;
    pieces.push(piece);
    at += pieceHeaderBytes + padded(piece.sent?.length ?? 0);
    if (piece.receives) received += padded(piece.length);
    if (received > answerBytes) return undefined;
  }
  return { number: numberOf(bytes), kind: bytes.readUInt32LE(4), pieces };
}

function readPiece(bytes: Buffer, at: number): RequestPiece | undefined {
  const start = at + pieceHeaderBytes;
  if (start > bytes.length) return undefined;
  const flags = bytes.readUInt16LE(at + 2);
  const length = bytes.readUInt32LE(at + 4);
  const sends = (flags & pieceFlags.sends) !== 0;
  if (length > answerBytes || (sends && start + length > bytes.length)) return undefined;
  return {
    address: bytes.readUInt16LE(at),
    sent: sends ? bytes.subarray(start, start + length) : undefined,
    receives: (flags & pieceFlags.receives) !== 0,
    ends: (flags & pieceFlags.ends) !== 0,
    length,
    hz: bytes.readUInt32LE(at + 8),
    mode: bytes.readUInt16LE(at + 12),
  };
}

/** The header of an answer, and what stands behind it. */
export function encodeAnswer(
  number: number,
  { status, received }: BoardAnswer,
): { readonly header: Buffer; readonly data: Buffer } {
  const data = status === errnos.none ? Buffer.concat(received.map(padData)) : Buffer.alloc(0);
  const header = Buffer.alloc(answerHeaderBytes);
  header.writeUInt32LE(number, 0);
  header.writeUInt32LE(status, 4);
  header.writeUInt32LE(answerHeaderBytes + data.length, 8);
  return { header, data };
}

function padData(bytes: Buffer): Buffer {
  return Buffer.concat([bytes], padded(bytes.length));
}
