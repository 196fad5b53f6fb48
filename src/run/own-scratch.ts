import { emptyDirectory } from '../host/files/empty-directory.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';

/** A private directory of one machine. Its contents come from the guest and are untrusted. */
export interface OwnScratch {
  readonly path: string;
  /** Removes it piece by piece. Returns why it still exists; undefined: it is gone. Never throws. */
  readonly remove: () => Promise<string | undefined>;
}

/** Removing the maximum number of entries takes a second or two. */
const limitMs = 60_000;

/** @throws SystemError when it cannot be created */
export function createOwnScratch(): OwnScratch {
  const scratch = createScratchDirectory();
  return {
    path: scratch.path,
    remove: async () => {
      const left = await emptyDirectory(scratch.path, limitMs);
      // What could not be removed now is tried again when this process ends.
      if (left !== undefined) return `${scratch.path} could not be removed: ${left}`;
      scratch[Symbol.dispose]();
      return undefined;
    },
  };
}
