import { bounds } from '../../bounds/bounds.ts';
import { FaultError } from '../../device/fault/fault-set.ts';
import {
  type FaultReport,
  FaultSyntaxError,
  type FaultTrigger,
  readDuration,
  readName,
  readNumber,
  readSettings,
  type Settings,
  wrong,
} from '../../device/fault/fault-spec.ts';
import { FaultCounter, readTrigger, triggerSettings } from '../../device/fault/trigger.ts';
import { monotonicUs } from '../../host/clock.ts';

export const sectorBytes = 512;

/** A guest's access to a disk, in sectors of 512 bytes. */
export interface DiskAccess {
  readonly kind: 'read' | 'write' | 'flush';
  readonly sector: number;
  readonly count: number;
}

/** The effect of a disk fault on an access. `keep`: the number of sectors of a write that arrive. */
export type DiskEffect =
  | { readonly kind: 'fail'; readonly error: DiskError }
  | { readonly kind: 'torn'; readonly keep: number; readonly error: DiskError | undefined }
  | { readonly kind: 'corrupt'; readonly byte: number; readonly mask: number }
  | { readonly kind: 'late'; readonly byMs: number };

export type DiskError = 'EIO' | 'ENOSPC';

export interface DiskFaultSpec {
  readonly id: string;
  readonly text: string;
  readonly target: DiskAccess['kind'];
  readonly effect: DiskEffect;
  readonly sectors: { readonly from: number; readonly to: number } | undefined;
  readonly trigger: FaultTrigger;
}

interface DiskFaultDescription {
  readonly target: DiskAccess['kind'];
  readonly about: string;
  readonly settings: readonly string[];
  readonly effect: (settings: Settings) => DiskEffect;
}

/** Less than a guest's own timeout; otherwise the request would seem to hang for another reason. */
const maxLateUs = 20_000_000;

const late = (settings: Settings): DiskEffect => ({
  kind: 'late',
  byMs: readDuration(settings, 'by', undefined, maxLateUs) / 1000,
});
const fail = (settings: Settings): DiskEffect => ({ kind: 'fail', error: readError(settings) ?? 'EIO' });

/** All faults of disks. */
export const diskFaultCatalogue: ReadonlyMap<string, DiskFaultDescription> = new Map<string, DiskFaultDescription>([
  ['read-fail', { target: 'read', about: 'the read ends with an error, error=EIO', settings: ['error'], effect: fail }],
  [
    'write-fail',
    {
      target: 'write',
      about: 'nothing is written, and the write ends with an error, error=EIO|ENOSPC',
      settings: ['error'],
      effect: fail,
    },
  ],
  [
    'flush-fail',
    { target: 'flush', about: 'the flush ends with an error, error=EIO', settings: ['error'], effect: fail },
  ],
  [
    'write-torn',
    {
      target: 'write',
      about: 'only the first sectors of the write arrive, keep=1; it succeeds, or ends with error=EIO',
      settings: ['keep', 'error'],
      effect: (settings) => ({
        kind: 'torn',
        keep: readNumber(settings, 'keep', { min: 0, absent: 1 }),
        error: readError(settings),
      }),
    },
  ],
  [
    'read-corrupt',
    {
      target: 'read',
      about: 'one byte of the read data is changed, byte=0 mask=0xff',
      settings: ['byte', 'mask'],
      effect: (settings) => ({
        kind: 'corrupt',
        byte: readNumber(settings, 'byte', { min: 0, absent: 0 }),
        mask: readNumber(settings, 'mask', { min: 1, max: 0xff, absent: 0xff }),
      }),
    },
  ],
  ['read-late', { target: 'read', about: 'the read is delayed, by=500ms', settings: ['by'], effect: late }],
  ['write-late', { target: 'write', about: 'the write is delayed, by=500ms', settings: ['by'], effect: late }],
]);

/** Parses `KIND [key=value …]`. @throws FaultSyntaxError */
export function parseDiskFault(text: string): DiskFaultSpec {
  if (text.length > bounds.hw.faultChars)
    throw new FaultSyntaxError(`expected at most ${bounds.hw.faultChars} characters, found ${text.length}`);
  const [kind = '', ...words] = text.trim().split(/\s+/);
  const description = diskFaultCatalogue.get(kind);
  if (description === undefined)
    throw new FaultSyntaxError(
      `unknown disk fault "${kind}"; the faults are ${[...diskFaultCatalogue.keys()].join(', ')}`,
    );
  const settings = readSettings(kind, words, [
    ...description.settings,
    ...(description.target === 'flush' ? [] : ['sectors']),
    'id',
    ...triggerSettings,
  ]);
  return {
    id: readName(settings, 'id') ?? kind,
    text: text.trim(),
    target: description.target,
    effect: description.effect(settings),
    sectors: readSectors(settings),
    trigger: readTrigger(settings),
  };
}

function readError(settings: Settings): DiskError | undefined {
  const error = settings.get('error');
  if (error === undefined || error === 'EIO' || error === 'ENOSPC') return error;
  throw wrong('error', 'EIO or ENOSPC', error);
}

function readSectors(settings: Settings): DiskFaultSpec['sectors'] {
  const text = settings.get('sectors');
  if (text === undefined) return undefined;
  const [, first = '', last = first] = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(text) ?? [];
  if (first === '' || Number(last) < Number(first))
    throw wrong('sectors', 'sectors of 512 bytes such as 8-15 (the lower one first)', text);
  return { from: Number(first), to: Number(last) };
}

/** A disk's faults, including cleared ones, because a test may ask later whether they fired. */
export class DiskFaults {
  #faults: readonly ActiveDiskFault[] = [];

  get reports(): readonly FaultReport[] {
    return this.#faults.map(({ report }) => report);
  }

  /** Returns its id. @throws FaultSyntaxError @throws FaultError */
  add(text: string): string {
    const spec = parseDiskFault(text);
    const before = this.#faults.find((fault) => fault.spec.id === spec.id);
    if (before?.report.isCleared === false)
      throw new FaultError(`${spec.id} is already active; clear it, or give this one its own id=`);
    if (this.#faults.length >= maxFaults) throw new FaultError(`a disk has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveDiskFault(spec)];
    return spec.id;
  }

  /** Without an id, clears all. @throws FaultError with the list, when the id is unknown */
  clear(id?: string): void {
    const cleared = this.#faults.filter(({ spec }) => id === undefined || spec.id === id);
    if (id !== undefined && cleared.length === 0)
      throw new FaultError(
        `no fault "${id}"; ` +
          (this.#faults.length === 0
            ? 'none is set'
            : `the faults are ${this.#faults.map(({ spec }) => spec.id).join(', ')}`),
      );
    for (const fault of cleared) fault.clear();
  }

  /** The effects of all faults that an access triggers. */
  effectsOn(access: DiskAccess): readonly DiskEffect[] {
    return this.#faults.filter((fault) => fault.hits(access)).map(({ spec }) => spec.effect);
  }
}

const maxFaults = 100;

class ActiveDiskFault {
  readonly spec: DiskFaultSpec;
  readonly #counter: FaultCounter;

  constructor(spec: DiskFaultSpec) {
    this.spec = spec;
    this.#counter = new FaultCounter(spec);
  }

  get report(): FaultReport {
    return this.#counter.report;
  }

  hits(access: DiskAccess): boolean {
    const { target, sectors } = this.spec;
    if (this.#counter.isCleared || access.kind !== target) return false;
    if (sectors !== undefined && (access.sector > sectors.to || access.sector + access.count <= sectors.from))
      return false;
    return this.#counter.hits(() => ({ atUs: monotonicUs(), access: describeAccess(access) }));
  }

  clear(): void {
    this.#counter.clear();
  }
}

function describeAccess({ kind, sector, count }: DiskAccess): string {
  return kind === 'flush' ? 'flush' : `${kind} of ${count} ${count === 1 ? 'sector' : 'sectors'} at sector ${sector}`;
}
