import { diskUse } from '../host/disk-use.ts';

/** How much of this host's disk a machine may take. Generous: they only tell a test from a flood. */
export interface DiskLimits {
  /** Of the test's folder, which the guest writes to as it likes. */
  readonly folderBytes: number;
  readonly folderEntries: number;
  /** Of QEMU's own output, which a guest can provoke. */
  readonly logBytes: number;
  /** Between two looks; more where a look takes long. */
  readonly everyMs: number;
}

const mebibyte = 1024 * 1024;

export const diskLimits: DiskLimits = { folderBytes: 2048 * mebibyte, folderEntries: 50_000, logBytes: 64 * mebibyte, everyMs: 1000 };

export interface DiskWatch extends Disposable {
  /** Settles, with what was too much, when a limit is exceeded. */
  readonly exceeded: Promise<string>;
}

export interface DiskPlace {
  /** Undefined: the machine has none. */
  readonly folder: string | undefined;
  readonly qemuLog: string;
}

/** Looks every now and then at what a machine writes. */
export function watchDisk(place: DiskPlace, limits: DiskLimits): DiskWatch {
  let timer: NodeJS.Timeout | undefined;
  const exceeded = new Promise<string>((resolve) => {
    const look = (): void => {
      const startedMs = performance.now();
      const excess = excessOf(place, limits);
      if (excess !== undefined) resolve(excess);
      else timer = setTimeout(look, Math.max(limits.everyMs, 20 * (performance.now() - startedMs)));
    };
    timer = setTimeout(look, limits.everyMs);
  });
  return { exceeded, [Symbol.dispose]: () => clearTimeout(timer) };
}

function excessOf({ folder, qemuLog }: DiskPlace, { folderBytes, folderEntries, logBytes }: DiskLimits): string | undefined {
  const inFolder = folder === undefined ? { bytes: 0, entries: 0 } : diskUse(folder, folderEntries + 1);
  if (inFolder.bytes > folderBytes) return `more than ${folderBytes / mebibyte} MiB in its folder`;
  if (inFolder.entries > folderEntries) return `more than ${folderEntries} files in its folder`;
  return diskUse(qemuLog, 1).bytes > logBytes ? `more than ${logBytes / mebibyte} MiB in qemu.log` : undefined;
}
