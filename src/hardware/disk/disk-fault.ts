import { bounds } from '../../bounds/bounds.ts';
import { readTrigger, triggerSettings } from '../../device/fault/trigger.ts';
import type { FaultTrigger } from '../../device/fault/fault-spec.ts';
import {
  FaultSyntaxError,
  readDuration,
  readName,
  readNumber,
  readSettings,
  wrong,
  type Settings,
} from '../../device/fault/fault-values.ts';

export const sectorBytes = 512;

/** What a guest asks of a disk, in sectors of 512 bytes. */
export interface DiskAccess {
  readonly kind: 'read' | 'write' | 'flush';
  readonly sector: number;
  readonly count: number;
}

/** What a fault of a disk does to an access that it hits. `keep`: so many sectors of a write arrive. */
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

/** A request waits no longer than a guest's own timeout, or it would seem to hang for another reason. */
const maxLateUs = 20_000_000;

const late = (settings: Settings): DiskEffect => ({
  kind: 'late',
  byMs: readDuration(settings, 'by', undefined, maxLateUs) / 1000,
});
const fail = (settings: Settings): DiskEffect => ({ kind: 'fail', error: readError(settings) ?? 'EIO' });

/** Every fault that a disk can have. */
export const diskFaultCatalogue: ReadonlyMap<string, DiskFaultDescription> = new Map<string, DiskFaultDescription>([
  ['read-fail', { target: 'read', about: 'the read ends with an error, error=EIO', settings: ['error'], effect: fail }],
  [
    'write-fail',
    {
      target: 'write',
      about: 'nothing is written and the write ends with an error, error=EIO|ENOSPC',
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
      about: 'only the first sectors of the write arrive, keep=1; it says that all is well, or error=EIO',
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
      about: 'one byte is read changed, byte=0 mask=0xff',
      settings: ['byte', 'mask'],
      effect: (settings) => ({
        kind: 'corrupt',
        byte: readNumber(settings, 'byte', { min: 0, absent: 0 }),
        mask: readNumber(settings, 'mask', { min: 1, max: 0xff, absent: 0xff }),
      }),
    },
  ],
  ['read-late', { target: 'read', about: 'the read takes longer, by=500ms', settings: ['by'], effect: late }],
  ['write-late', { target: 'write', about: 'the write takes longer, by=500ms', settings: ['by'], effect: late }],
]);

/** Reads `KIND [key=value …]`. @throws FaultSyntaxError */
export function parseDiskFault(text: string): DiskFaultSpec {
  if (text.length > bounds.hw.faultChars)
    throw new FaultSyntaxError(`expected at most ${bounds.hw.faultChars} characters, found ${text.length}`);
  const [kind = '', ...words] = text.trim().split(/\s+/);
  const description = diskFaultCatalogue.get(kind);
  if (description === undefined)
    throw new FaultSyntaxError(
      `there is no fault "${kind}" of a disk; there are ${[...diskFaultCatalogue.keys()].join(', ')}`,
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
    throw wrong('sectors', 'sectors of 512 bytes such as 8-15, the lower first', text);
  return { from: Number(first), to: Number(last) };
}
