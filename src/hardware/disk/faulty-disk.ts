import { setTimeout as delay } from 'node:timers/promises';
import type { DiskFile } from '../../host/files/disk-file.ts';
import { isSystemError } from '../../host/system-error.ts';
import { type DiskAccess, type DiskEffect, type DiskError, DiskFaults, sectorBytes } from './disk-fault.ts';

/** A disk as the guest sees it: a file plus the effects of its faults. */
export class FaultyDisk {
  readonly faults = new DiskFaults();
  readonly sizeBytes: number;
  readonly #file: DiskFile;

  constructor(file: DiskFile) {
    this.#file = file;
    this.sizeBytes = file.sizeBytes;
  }

  async read(offset: number, length: number): Promise<Buffer | DiskError> {
    const effects = await this.#meet({ kind: 'read', ...sectorsOf(offset, length) });
    return errorIn(effects) ?? (await guarded(async () => corrupt(await this.#file.read(offset, length), effects)));
  }

  /** A torn write keeps its first sectors. */
  async write(offset: number, bytes: Buffer): Promise<DiskError | undefined> {
    const effects = await this.#meet({ kind: 'write', ...sectorsOf(offset, bytes.length) });
    const error = errorIn(effects);
    if (error !== undefined) return error;
    const torn = effects.find((effect) => effect.kind === 'torn');
    const arriving = torn === undefined ? bytes : bytes.subarray(0, torn.keep * sectorBytes);
    return (await guarded(() => this.#file.write(offset, arriving))) ?? torn?.error;
  }

  async flush(): Promise<DiskError | undefined> {
    return errorIn(await this.#meet({ kind: 'flush', sector: 0, count: 0 }));
  }

  async #meet(access: DiskAccess): Promise<readonly DiskEffect[]> {
    const effects = this.faults.effectsOn(access);
    for (const effect of effects) if (effect.kind === 'late') await delay(effect.byMs, undefined, { ref: false });
    return effects;
  }
}

function sectorsOf(offset: number, length: number): Pick<DiskAccess, 'sector' | 'count'> {
  const sector = Math.floor(offset / sectorBytes);
  return { sector, count: Math.ceil((offset + length) / sectorBytes) - sector };
}

function errorIn(effects: readonly DiskEffect[]): DiskError | undefined {
  return effects.find((effect) => effect.kind === 'fail')?.error;
}

function corrupt(bytes: Buffer, effects: readonly DiskEffect[]): Buffer {
  for (const effect of effects) {
    if (effect.kind !== 'corrupt') continue;
    const before = bytes[effect.byte];
    if (before !== undefined) bytes[effect.byte] = before ^ effect.mask;
  }
  return bytes;
}

/** A problem of the host, such as a full disk, looks like a disk error to the guest. */
async function guarded<T>(access: () => Promise<T>): Promise<T | DiskError> {
  try {
    return await access();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOSPC' ? 'ENOSPC' : 'EIO';
  }
}
