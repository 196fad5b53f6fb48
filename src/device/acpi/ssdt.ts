import type { AmlObject } from './aml.ts';

const headerBytes = 36;
const maker = 'QDT';
const at = { length: 4, revision: 8, checksum: 9, maker: 10, name: 16, nameRevision: 24, compiler: 28 } as const;

/** A table that adds to those of the machine. `name`: up to 8 characters, its own. */
export function ssdt(name: string, content: readonly AmlObject[]): Buffer {
  const table = Buffer.concat([Buffer.alloc(headerBytes), ...content.map(({ bytes }) => bytes)]);
  table.write('SSDT');
  table.writeUInt32LE(table.length, at.length);
  table[at.revision] = 2;
  table.write(maker.padEnd(6), at.maker);
  table.write(name.padEnd(8), at.name);
  table.writeUInt32LE(1, at.nameRevision);
  table.write(maker.padEnd(4), at.compiler);
  table.writeUInt32LE(1, at.compiler + 4);
  // All bytes add up to 0.
  table[at.checksum] = -table.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return table;
}
