import { isAbsolute } from 'node:path';
import { spaceLeftAt, spaceLeftWords, temporaryPlace } from '../host/files/disk-use.ts';
import { type Shortage, shortageIn, shortageOf } from '../host/system-error.ts';
import { ProvisionError } from './provisioned.ts';

/** The host lacks something. Another mirror or an older package would not help, so nothing else is tried. */
export class HostShortage extends ProvisionError {
  /** The system's error code: `ENOSPC`. */
  readonly code: string;

  constructor(code: string, message: string, options: { readonly hint: string; readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export interface ShortageScene {
  /** The store's directory. */
  readonly root: string;
  /** The work in progress: `fetching QEMU (debian:trixie)`. */
  readonly during?: string;
  /** The minimum space that is needed. */
  readonly neededBytes?: number;
  readonly cause?: unknown;
}

/**
 * @throws HostShortage when the output of a program (in the C locale) shows that it failed because the host ran out of
 * something
 */
export function refuseShortage(words: string, scene: ShortageScene): void {
  const shortage = shortageIn(words);
  if (shortage !== undefined) throw hostShortage(shortage, undefined, scene);
}

/** The same for a system error; undefined for other errors. `path`: the file concerned, if known. */
export function shortageFrom(code: string, path: string | undefined, scene: ShortageScene): HostShortage | undefined {
  const shortage = shortageOf(code);
  return shortage && hostShortage(shortage, path, scene);
}

/** @throws HostShortage when there is not enough space, before an hour is spent to find out */
export function requireRoom(neededBytes: number, scene: ShortageScene): void {
  const full = shortageOf('ENOSPC');
  if (full !== undefined && spaceLeftAt(scene.root).freeBytes < neededBytes)
    throw hostShortage(full, scene.root, { ...scene, neededBytes });
}

function hostShortage(shortage: Shortage, path: string | undefined, scene: ShortageScene): HostShortage {
  const { root, during, cause } = scene;
  const when = during === undefined ? '' : ` while ${during}`;
  if (!aboutFiles.has(shortage.code))
    return new HostShortage(shortage.code, `${capitalized(shortage.meaning)}${when}.`, {
      hint: shortage.advice,
      cause,
    });
  const place = path !== undefined && isAbsolute(path) ? path : fullest(root);
  const message =
    `${capitalized(shortage.meaning)} at ` +
    `${place}${when}${shortage.code === 'ENOSPC' ? `: ${spaceLeftWords(place, scene.neededBytes)}` : ''}.`;
  return new HostShortage(shortage.code, message, { hint: adviceFor(place, root, shortage), cause });
}

const aboutFiles: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM']);

function adviceFor(place: string, root: string, { code, advice }: Shortage): string {
  if (code === 'EIO') return advice;
  const first = code === 'ENOSPC' || code === 'EDQUOT' ? 'Free some space there' : 'Fix that';
  if (place.startsWith(root) || root.startsWith(place))
    return `${first}, or choose another place for the store: QDT_STORE=/path/to/a/directory`;
  return place.startsWith(temporaryPlace())
    ? `${first}, or choose another place for temporary files: TMPDIR=/path/to/a/directory`
    : advice;
}

/**
 * The fuller one of the directories that are written to. A program does not say where space ran out: in the store, or
 * in the directory for temporary files.
 */
export function fullest(root: string): string {
  const room = (place: string): number => {
    const { freeBytes, freeFiles } = spaceLeftAt(place);
    return freeFiles === 0 ? 0 : freeBytes;
  };
  const temporary = temporaryPlace();
  return room(temporary) < room(root) ? temporary : root;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
