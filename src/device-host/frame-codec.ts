import { bounds } from '../bounds/bounds.ts';
import { type PieceCodec, PieceError } from './serve-stream.ts';

const headerBytes = 4;

/** QEMU's stream of frames: the length of each in 32 bits, the most significant first, then the frame. */
export const frameCodec: PieceCodec = {
  decoder: () => {
    const decoder = new FrameDecoder();
    return (chunk) => decoder.push(chunk);
  },
  encode: (frame) => {
    const bytes = Buffer.allocUnsafe(headerBytes + frame.length);
    bytes.writeUInt32BE(frame.length);
    frame.copy(bytes, headerBytes);
    return bytes;
  },
};

/** Each byte is copied once, into a frame whose length is known by then. */
class FrameDecoder {
  readonly #header = Buffer.alloc(headerBytes);
  #headerFilled = 0;
  #frame: Buffer | undefined;
  #frameFilled = 0;

  /** @throws PieceError when a frame is longer than QEMU's are */
  *push(chunk: Buffer): Iterable<Buffer> {
    for (let at = 0; at < chunk.length; ) {
      if (this.#frame === undefined) {
        const taken = chunk.copy(this.#header, this.#headerFilled, at);
        at += taken;
        this.#headerFilled += taken;
        if (this.#headerFilled < headerBytes) return;
        this.#begin(this.#header.readUInt32BE());
        continue;
      }
      const taken = chunk.copy(this.#frame, this.#frameFilled, at);
      at += taken;
      this.#frameFilled += taken;
      if (this.#frameFilled < this.#frame.length) return;
      yield this.#frame;
      this.#frame = undefined;
    }
  }

  #begin(length: number): void {
    this.#headerFilled = 0;
    if (length > bounds.frames.bytes)
      throw new PieceError(`expected a frame of at most ${bounds.frames.bytes} bytes, QEMU announced ${length}`);
    if (length === 0) return;
    this.#frame = Buffer.alloc(length);
    this.#frameFilled = 0;
  }
}
