/** A member of a cpio archive, as its header has it. */
export interface CpioMember {
  readonly name: string;
  readonly mode: number;
  readonly inode: number;
  readonly links: number;
  readonly owner: readonly [uid: number, gid: number];
  readonly modifiedAt: number;
  readonly device: readonly [major: number, minor: number];
  readonly content: Buffer;
}

/**
 * Reads the `newc` format by the kernel's documentation, independently of our writer; fails on whatever is not of it.
 */
export function readCpio(archive: Buffer): readonly CpioMember[] {
  const members: CpioMember[] = [];
  for (let at = 0; ; ) {
    if (archive.toString('latin1', at, at + 6) !== '070701') throw new Error(`expected a header at ${at}`);
    const field = (index: number): number =>
      Number.parseInt(archive.toString('latin1', at + 6 + index * 8, at + 14 + index * 8), 16);
    const nameEnd = at + 110 + field(11);
    if (archive[nameEnd - 1] !== 0) throw new Error(`expected a NUL at ${nameEnd - 1}`);
    const name = archive.toString('utf8', at + 110, nameEnd - 1);
    const start = aligned(nameEnd);
    if (name === 'TRAILER!!!') {
      if (start !== archive.length) throw new Error(`expected the end at ${start}, found it at ${archive.length}`);
      return members;
    }
    const end = start + field(6);
    members.push({
      name,
      mode: field(1),
      inode: field(0),
      links: field(4),
      owner: [field(2), field(3)],
      modifiedAt: field(5),
      device: [field(9), field(10)],
      content: archive.subarray(start, end),
    });
    at = aligned(end);
  }
}

function aligned(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
