import type { CoveredModule } from '../../../src/coverage/covered-module.ts';

/** The memory of a guest in which these points of a module ran, as guest/coverage/coverage.c lays it out. */
export function memoryWith({ name, textBytes, initBytes, points }: CoveredModule, ran: readonly number[]): Buffer {
  const memory = Buffer.alloc(64 * 1024);
  const bitsAt = 8192;
  memory.write('qdt-coverage', 0, 'latin1');
  memory.writeUInt32LE(1, 16);
  memory.writeUInt32LE(memory.length, 20);
  memory.writeUInt32LE(1, 24);
  memory.write(name, 32, 'latin1');
  memory.writeUInt32LE(textBytes, 96);
  memory.writeUInt32LE(initBytes, 100);
  memory.writeUInt32LE(bitsAt, 104);
  for (const index of ran) {
    const point = points[index];
    if (point === undefined) throw new Error(`there is no point ${index}`);
    const at = bitsAt + (point.part === 'text' ? 0 : textBytes / 8) + (point.offset >> 3);
    memory.writeUInt8(memory.readUInt8(at) | (1 << (point.offset & 7)), at);
  }
  return memory;
}
