import { execFileSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { guidTable, partitionTypes } from './gpt.ts';
import { storedBusybox } from './stored-busybox.ts';

const sectorBytes = 512;
const mebibyte = 1024 * 1024;
const rootUuid = '0a1b2c3d-0001-4000-8000-000000000001';
export const efiUuid = '0a1b2c3d-0015-4000-8000-000000000015';

export interface CloudImage {
  /** A new directory for it. */
  readonly scratch: string;
  /** The file system of its root. */
  readonly root: string;
  readonly fstab: string;
  /** Further files of the root, by absolute path; their directories are made. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * A raw disk with the layout of a distribution's cloud image: the root is partition 1 and ends the disk, with BIOS boot
 * (14) and EFI (15) before it. The partition of the root is larger than its file system.
 */
export function makeCloudImage({ scratch, root, fstab, files = {} }: CloudImage): string {
  const fileSystem = join(scratch, 'root.img');
  copyFileSync(root, fileSystem);
  changeRoot(scratch, fileSystem, { ...files, '/etc/fstab': fstab });
  const efi = join(scratch, 'efi.img');
  writeFileSync(efi, '');
  truncateSync(efi, 64 * mebibyte);
  execFileSync(storedBusybox(), ['mkdosfs', '-n', 'UEFI', efi], { stdio: 'pipe' });
  const sectorsOf = (mib: number): number => (mib * mebibyte) / sectorBytes;
  const rootSectors = Math.ceil(statSync(fileSystem).size / mebibyte) * 2048 + sectorsOf(256);
  const rootStart = sectorsOf(1 + 4 + 64);
  const partitions = [
    { number: 14, type: partitionTypes.biosBoot, uuid: '0a1b2c3d-0014-4000-8000-000000000014' },
    { number: 15, type: partitionTypes.efi, uuid: efiUuid },
    { number: 1, type: partitionTypes.linux, uuid: rootUuid },
  ];
  const places = [
    { start: sectorsOf(1), sectors: sectorsOf(4) },
    { start: sectorsOf(5), sectors: sectorsOf(64) },
    { start: rootStart, sectors: rootSectors },
  ];
  const disk = join(scratch, 'disk.img');
  const diskSectors = rootStart + rootSectors + sectorsOf(1);
  writeFileSync(disk, '');
  truncateSync(disk, diskSectors * sectorBytes);
  const table = partitions.map((partition, index) => ({
    ...partition,
    ...(places[index] ?? { start: 0, sectors: 0 }),
  }));
  for (const { at, bytes } of guidTable(table, diskSectors)) writeAt(disk, at, bytes);
  writeAt(disk, sectorsOf(5) * sectorBytes, readFileSync(efi));
  writeAt(disk, rootStart * sectorBytes, readFileSync(fileSystem));
  return disk;
}

/** Without mounting it, as debugfs(8) can. */
function changeRoot(scratch: string, fileSystem: string, files: Readonly<Record<string, string>>): void {
  const commands = ['mkdir /boot/efi'];
  for (const [index, [path, content]] of Object.entries(files).entries()) {
    const source = join(scratch, `file-${index}`);
    writeFileSync(source, content);
    const parents = path.split('/').slice(1, -1);
    commands.push(
      ...parents.map((_, depth) => `mkdir /${parents.slice(0, depth + 1).join('/')}`),
      `rm ${path}`,
      `write ${source} ${path}`,
    );
  }
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
  // What is there already is told, and changes nothing.
  execFileSync('debugfs', ['-w', '-f', '-', fileSystem], { input: commands.join('\n'), stdio: 'pipe', env });
  execFileSync('e2label', [fileSystem, 'cloudimg-rootfs'], { env });
}

function writeAt(path: string, position: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}
