import { bounds } from '../../bounds/bounds.ts';
import { diskUse, type DiskUse } from '../../host/files/disk-use.ts';

/** Limits for a machine's use of this host's disk. Generous: they only distinguish a test from a flood. */
export interface DiskLimits {
  /** For the test's folder, to which the guest writes freely. */
  readonly folderBytes: number;
  readonly folderEntries: number;
  /** Depth of nested directories; anything below could not be counted. */
  readonly folderDepth: number;
  /** For QEMU's own output, which a guest can provoke. */
  readonly logBytes: number;
  /** Between two checks; longer if a check takes long. */
  readonly everyMs: number;
  /** The longest time of one check. */
  readonly lookMs: number;
}

const mebibyte = 1024 * 1024;

export const diskLimits: DiskLimits = {
  folderBytes: bounds.folder.bytes,
  folderEntries: bounds.folder.entries,
  folderDepth: bounds.folder.depth,
  logBytes: bounds.qemuLog.bytes,
  everyMs: 1000,
  lookMs: bounds.folder.lookMs,
};

export interface DiskWatch extends Disposable {
  /** Resolves with the excess when a limit is exceeded. Rejects when the watch itself fails. */
  readonly exceeded: Promise<string>;
}

export interface DiskPlace {
  /** Undefined: the machine has none. */
  readonly folder: string | undefined;
  readonly qemuLog: string;
}

/** Checks regularly how much a machine writes. */
export function watchDisk(place: DiskPlace, limits: DiskLimits): DiskWatch {
  const stopped = new AbortController();
  const exceeded = lookOut(place, limits, stopped.signal);
  // The watcher of the machine handles it. If there is none any more, it does not matter.
  exceeded.catch(() => undefined);
  return { exceeded, [Symbol.dispose]: () => stopped.abort() };
}

async function lookOut(place: DiskPlace, limits: DiskLimits, signal: AbortSignal): Promise<string> {
  const isWanted = (): boolean => !signal.aborted;
  for (let waitMs = limits.everyMs; ; ) {
    await pauseUntil(waitMs, signal);
    if (!isWanted()) return await new Promise<never>(() => undefined);
    const startedMs = performance.now();
    const excess = await excessOf(place, limits, isWanted);
    // An aborted check is incomplete.
    if (excess !== undefined && isWanted()) return excess;
    waitMs = Math.max(limits.everyMs, 20 * (performance.now() - startedMs));
  }
}

/** Ends early when the signal aborts. */
function pauseUntil(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

async function excessOf(
  { folder, qemuLog }: DiskPlace,
  limits: DiskLimits,
  isWanted: () => boolean,
): Promise<string | undefined> {
  const { folderEntries, folderDepth, lookMs, logBytes } = limits;
  if (folder !== undefined) {
    const excess = excessIn(
      await diskUse(folder, { entries: folderEntries + 1, depth: folderDepth, timeMs: lookMs }, isWanted),
      limits,
    );
    if (excess !== undefined) return excess;
  }
  const log = await diskUse(qemuLog, { entries: 1, depth: 0, timeMs: lookMs }, isWanted);
  return log.bytes > logBytes ? `more than ${logBytes / mebibyte} MiB in qemu.log` : undefined;
}

function excessIn(
  { bytes, entries, unseen }: DiskUse,
  { folderBytes, folderEntries, folderDepth, lookMs }: DiskLimits,
): string | undefined {
  if (bytes > folderBytes) return `more than ${folderBytes / mebibyte} MiB in its folder`;
  if (entries > folderEntries) return `more than ${folderEntries} files in its folder`;
  if (unseen === 'too deep')
    return `directories in its folder deeper than ${folderDepth}, or than a path of this host reaches`;
  return unseen === 'out of time'
    ? `so much in its folder that it could not be counted within ${lookMs / 1000} s`
    : undefined;
}
