import { spaceLeftAt } from '../../host/files/disk-use.ts';
import { shortageFrom, type ShortageScene } from '../host-shortage.ts';

/** No download is this small. A program with less space waits for ever. */
const leastBytes = 1024 * 1024;
const lookEveryMs = 500;

/**
 * Runs a program that hangs silently when the disk is full, as apt does. It is aborted when the store had no space at
 * two checks in a row. @throws HostShortage @throws whatever `work` throws
 */
export async function whileThereIsRoom<T>(
  scene: ShortageScene,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const full = new AbortController();
  let looksWithoutRoom = 0;
  const timer = setInterval(() => {
    const { freeBytes, freeFiles } = spaceLeftAt(scene.root);
    looksWithoutRoom = freeBytes < leastBytes || freeFiles === 0 ? looksWithoutRoom + 1 : 0;
    if (looksWithoutRoom >= 2) full.abort(shortageFrom('ENOSPC', scene.root, scene));
  }, lookEveryMs);
  try {
    return await work(AbortSignal.any([signal, full.signal]));
  } finally {
    clearInterval(timer);
  }
}
