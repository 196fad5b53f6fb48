import { join } from 'node:path';
import { AppendedFile } from '../host/appended-file.ts';
import { writeFileAt } from '../host/file-changes.ts';
import { removeTree } from '../host/scratch-directory.ts';
import { isHostExhausted } from '../host/system-error.ts';
import { recordName, type RecordEntry } from './entries.ts';
import { formatEntry } from './entry-text.ts';

/** Room that is given up when the disk is full, so that what is known by then can still be written. */
const reserveName = '.reserve';
const reserveBytes = 4 * 1024 * 1024;

/**
 * Writes a run's record. When the disk refuses an entry, that is told once, so that the caller ends the run; the
 * reserve makes room for what is still to come, and what finds none all the same stays in memory.
 */
export class RecordWriter {
  readonly #directory: string;
  readonly #file: AppendedFile;
  readonly #onTrouble: (reason: string) => void;
  readonly #unwritten: string[] = [];
  #hasReserve: boolean;
  #isInTrouble = false;

  private constructor(
    directory: string,
    {
      file,
      hasReserve,
      onTrouble,
    }: { readonly file: AppendedFile; readonly hasReserve: boolean; readonly onTrouble: (reason: string) => void },
  ) {
    this.#directory = directory;
    this.#file = file;
    this.#hasReserve = hasReserve;
    this.#onTrouble = onTrouble;
  }

  /** Begins a new record. `onTrouble`: told, once, why entries can no longer be written. @throws SystemError */
  static async create(directory: string, onTrouble: (reason: string) => void): Promise<RecordWriter> {
    const hasReserve = reserveRoom(directory);
    return new RecordWriter(directory, {
      file: await AppendedFile.create(join(directory, recordName)),
      hasReserve,
      onTrouble,
    });
  }

  /** Entries that are in memory only, a line each. Empty: all is on the disk. */
  get unwritten(): readonly string[] {
    return this.#unwritten;
  }

  /**
   * On the disk when it settles, or else among `unwritten`. @throws Error for an entry that could not be read back: our
   * own bug
   */
  async append(entry: RecordEntry): Promise<void> {
    const line = `${formatEntry(entry)}\n`;
    const error = await this.#file.append(line);
    if (error === undefined) return;
    this.#giveUpReserve();
    if ((await this.#file.append(line)) !== undefined) this.#unwritten.push(line);
    if (this.#isInTrouble) return;
    this.#isInTrouble = true;
    this.#onTrouble(`${join(this.#directory, recordName)} could not be written: ${error.message}`);
  }

  /** Closes the file; the reserve makes room for the reports. */
  async close(): Promise<void> {
    this.#giveUpReserve();
    await this.#file.close();
  }

  #giveUpReserve(): void {
    if (this.#hasReserve) removeTree(join(this.#directory, reserveName));
    this.#hasReserve = false;
  }
}

/** False: there is not even room for that. */
function reserveRoom(directory: string): boolean {
  const path = join(directory, reserveName);
  try {
    // Zeros could become a hole on some file systems, and a hole is no room.
    writeFileAt(path, Buffer.alloc(reserveBytes, 0xa5));
    return true;
  } catch (error) {
    if (!isHostExhausted(error)) throw error;
    removeTree(path);
    return false;
  }
}
