import { spaceLeftAt } from '../../host/files/disk-use.ts';
import { shortageFrom, type ShortageScene } from '../host-shortage.ts';

/** Nothing that is fetched is so small: a program that goes on with less waits for what does not come. */
const leastBytes = 1024 * 1024;
const lookEveryMs = 500;

/**
 * Does work of another program that stands still when the disk fills up, as apt does, for ever and without a word: it
 * is aborted when the store has had no room at two looks in a row.
 * @throws HostShortage; whatever `work` throws.
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
