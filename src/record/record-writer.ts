import { join } from 'node:path';
import { AppendedFile } from '../host/files/appended-file.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import { removeTree } from '../host/files/scratch-directory.ts';
import { isHostExhausted, isSystemError } from '../host/system-error.ts';
import { type RecordEntry, recordName } from './entries.ts';
import { formatEntry } from './entry-text.ts';

/** Reserved disk space. It is freed when the disk is full, so that known results can still be written. */
const reserveName = '.reserve';
const reserveBytes = 4 * 1024 * 1024;

/**
 * Writes a run's record. When the disk refuses an entry, or somebody removed the file, that is reported once, and the
 * caller ends the run. The freed reserve makes room for further entries; those that still do not fit stay in memory. A
 * removed file is restored at the end.
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

  /**
   * Begins a new record. `onTrouble`: called once, with the reason, when entries cannot be written any more. @throws
   * SystemError
   */
  static async create(directory: string, onTrouble: (reason: string) => void): Promise<RecordWriter> {
    const hasReserve = reserveRoom(directory);
    return new RecordWriter(directory, {
      file: await AppendedFile.create(join(directory, recordName)),
      hasReserve,
      onTrouble,
    });
  }

  /** Entries that are only in memory, one per line. Empty: everything is on the disk. */
  get unwritten(): readonly string[] {
    return this.#unwritten;
  }

  /**
   * When it resolves, the entry is on the disk or in `unwritten`. @throws Error for an entry that could not be parsed
   * again: a bug of ours
   */
  async append(entry: RecordEntry): Promise<void> {
    const line = `${formatEntry(entry)}\n`;
    const error = await this.#file.append(line);
    if (error === undefined) {
      if (!(await this.#file.isInPlace())) this.#tell('was removed during the run');
      return;
    }
    this.#giveUpReserve();
    if ((await this.#file.append(line)) !== undefined) this.#unwritten.push(line);
    this.#tell(`could not be written: ${error.message}`);
  }

  /** Closes the file, after restoring it if necessary and possible. The freed reserve makes room for the reports. */
  async close(): Promise<void> {
    this.#giveUpReserve();
    if (!(await this.#file.isInPlace())) await this.#putBack();
    await this.#file.close();
  }

  async #putBack(): Promise<void> {
    try {
      await this.#file.putBack();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const lines = (await this.#file.contents()).split('\n').slice(0, -1);
      this.#unwritten.unshift(...lines.map((line) => `${line}\n`));
    }
  }

  #tell(trouble: string): void {
    if (this.#isInTrouble) return;
    this.#isInTrouble = true;
    this.#onTrouble(`${join(this.#directory, recordName)} ${trouble}`);
  }

  /** If it cannot be removed, it uses space but affects no result. */
  #giveUpReserve(): void {
    if (!this.#hasReserve) return;
    this.#hasReserve = false;
    try {
      removeTree(join(this.#directory, reserveName));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}

/** False: there is not even room for the reserve. */
function reserveRoom(directory: string): boolean {
  const path = join(directory, reserveName);
  try {
    // Zeros could become a hole on some file systems, which reserves nothing.
    writeFileAt(path, Buffer.alloc(reserveBytes, 0xa5));
    return true;
  } catch (error) {
    if (!isHostExhausted(error)) throw error;
    removeTree(path);
    return false;
  }
}
