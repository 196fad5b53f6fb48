import { removeTree, makeDirectory } from '../../host/files/scratch-directory.ts';
import { refuseShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { runRequired } from '../required-program.ts';
import { whileThereIsRoom } from '../store/watch-room.ts';
import beginning from './begin-root.sh?raw';
import { confinementOf, ownEnvironment } from './confinement.ts';

/** A root file system that a script makes, and the disk image of it. */
export interface RootMaking {
  /** The image's name for the user. */
  readonly title: string;
  /** What is done, for messages: `making a disk of oci:debian`. */
  readonly during: string;
  /** A new directory, which is removed again. */
  readonly root: string;
  /** The path of the new image. */
  readonly image: string;
  readonly uuid: string;
  /** What follows begin-root.sh, and its words. */
  readonly script: string;
  readonly words: readonly string[];
}

/**
 * Makes a root by a script, confined, and a disk image of it. @returns what the script said when it failed; undefined:
 * it has not @throws ProvisionError where users may not make one, and when there is no room
 */
export async function makeRoot(
  { title, during, root, image, uuid, script, words }: RootMaking,
  context: ProvisionContext,
): Promise<string | undefined> {
  const confinement = await confinementOf(title, context);
  const argv = [...confinement, 'sh', '-c', `${beginning}\n${script}`, 'make-root', root, image, uuid, ...words];
  const scene = { root: context.store.root, during };
  makeDirectory(root);
  const { exitCode, output } = await whileThereIsRoom(scene, context.signal, (signal) =>
    runRequired(['env', ...argv], { signal, env: ownEnvironment() }),
  );
  removeTree(root);
  if (exitCode === 0) return undefined;
  refuseShortage(output, scene);
  return output;
}
