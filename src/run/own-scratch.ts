import { emptyDirectory } from '../host/files/empty-directory.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';

/** A private directory of one machine, into which a guest may have put whatever it liked. */
export interface OwnScratch {
  readonly path: string;
  /** Removes it, a piece at a time. Returns why it is still there; undefined: it is gone. Never throws. */
  readonly giveBack: () => Promise<string | undefined>;
}

/** As many entries as a folder may have take a second or two. */
const limitMs = 60_000;

/** @throws SystemError when it cannot be made. */
export function takeScratch(): OwnScratch {
  const scratch = createScratchDirectory();
  return {
    path: scratch.path,
    giveBack: async () => {
      const left = await emptyDirectory(scratch.path, limitMs);
      // What could not be removed now is tried again when this process ends.
      if (left !== undefined) return `${scratch.path} could not be removed: ${left}`;
      scratch[Symbol.dispose]();
      return undefined;
    },
  };
}
