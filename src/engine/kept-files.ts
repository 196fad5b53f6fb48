import { join } from 'node:path';
import { asObject } from '../bounds/parse-json.ts';
import { copyFileTo, writeFileAt } from '../host/files/file-changes.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { fileIdentity, kindOfFile, readWholeFile } from '../host/files/file-facts.ts';
import { readJsonFile, writeJsonFile } from '../host/files/json-file.ts';
import { openedFile } from '../host/files/memory-file.ts';
import { runCommand } from '../host/process/command.ts';
import { hostBoot } from '../host/resources.ts';
import type { CoveragePlace } from '../run/evidence/coverage-place.ts';
import type { Template } from '../run/template.ts';
import type { TemplateWish } from './template-identity.ts';

/** A template of an earlier run. */
export interface KeptTemplate {
  readonly template: Template;
  /** When that run booted it. */
  readonly bootedAt: Date;
  /** What its console said, absolute. */
  readonly consolePath: string;
}

/** What a run keeps of a template for the next one, and where. */
export interface KeepRequest extends TemplateWish {
  readonly template: Template;
  readonly bootedAt: Date;
  readonly consolePath: string;
}

/** Paths of the memory, and of what the boot has written to a disk image. */
export interface KeptFiles {
  readonly ram: string;
  readonly disk: string | undefined;
}

export class CopyFailed extends Error {
  override readonly name = 'CopyFailed';
}

/** Writes a template and its description to a directory of the store. @throws CopyFailed @throws SystemError */
export async function writeKept(
  staging: string,
  { template, bootedAt, consolePath }: KeepRequest,
  { ram, disk }: KeptFiles,
  signal: AbortSignal,
): Promise<void> {
  const [ramPath, diskPath] = [join(staging, 'ram'), join(staging, 'disk')];
  await copyWithHoles(ram, ramPath, signal);
  if (disk !== undefined) await copyWithHoles(disk, diskPath, signal);
  writeFileAt(join(staging, 'state'), template.state);
  copyFileTo(consolePath, join(staging, 'console.log'));
  const description: Description = {
    release: template.release,
    slots: template.slots,
    bootedAt: bootedAt.toISOString(),
    hostBoot: hostBoot(),
    ...(template.coverageAt === undefined ? {} : { coverageAt: template.coverageAt }),
    state: sha256Of(template.state),
    ram: fileIdentity(ramPath) ?? '',
    ...(disk === undefined ? {} : { disk: fileIdentity(diskPath) ?? '' }),
  };
  writeJsonFile(join(staging, 'template.json'), description);
}

/** Pages that the guest never touched stay holes. */
async function copyWithHoles(from: string, to: string, signal: AbortSignal): Promise<void> {
  const { exitCode, output } = await runCommand(['cp', '--sparse=always', from, to], { signal });
  if (exitCode !== 0) throw new CopyFailed(output.trim());
}

/** What tells whether a template is as it was made. */
interface Description {
  readonly release: string;
  readonly slots: number;
  readonly bootedAt: string;
  readonly hostBoot: string;
  readonly coverageAt?: CoveragePlace;
  /** SHA-256. */
  readonly state: string;
  /** Its memory is too large to be read each time: the file's identity and when it was last written. */
  readonly ram: string;
  /** The same of what the boot has written to a disk image; absent: it writes nothing. */
  readonly disk?: string;
}

/** Undefined: something of it is missing, or is not as it was written. */
export function readKept(directory: string): KeptTemplate | undefined {
  const described = describedIn(directory);
  const [ramPath, statePath, consolePath, diskPath] = ['ram', 'state', 'console.log', 'disk'].map((name) =>
    join(directory, name),
  ) as [string, string, string, string];
  if (described === undefined || fileIdentity(ramPath) !== described.ram) return undefined;
  if (described.disk !== undefined && fileIdentity(diskPath) !== described.disk) return undefined;
  if (kindOfFile(statePath) !== 'file' || kindOfFile(consolePath) !== 'file') return undefined;
  const state = readWholeFile(statePath);
  if (sha256Of(state) !== described.state) return undefined;
  const { release, slots, coverageAt } = described;
  const memory = openedFile(ramPath);
  const disk = described.disk === undefined ? undefined : openedFile(diskPath);
  return {
    template: {
      release,
      slots,
      state,
      ramPath: memory.path,
      ...(disk === undefined ? {} : { diskPath: disk.path }),
      isKept: true,
      ...(coverageAt === undefined ? {} : { coverageAt }),
      [Symbol.dispose]: () => {
        memory[Symbol.dispose]();
        disk?.[Symbol.dispose]();
      },
    },
    bootedAt: new Date(described.bootedAt),
    consolePath,
  };
}

/** One that was kept before this host started cannot be used again. */
export function isOfThisHost(directory: string): boolean {
  return describedIn(directory)?.hostBoot === hostBoot();
}

function describedIn(directory: string): Description | undefined {
  const {
    release,
    slots,
    bootedAt,
    hostBoot: boot,
    coverageAt,
    state,
    ram,
    disk,
  } = asObject(readJsonFile(join(directory, 'template.json'))) ?? {};
  if (typeof release !== 'string' || typeof slots !== 'number' || typeof bootedAt !== 'string') return undefined;
  if (typeof boot !== 'string' || typeof state !== 'string' || typeof ram !== 'string') return undefined;
  const place = placeIn(coverageAt);
  return {
    release,
    slots,
    bootedAt,
    hostBoot: boot,
    ...(place === undefined ? {} : { coverageAt: place }),
    state,
    ram,
    ...(typeof disk === 'string' ? { disk } : {}),
  };
}

function placeIn(written: unknown): CoveragePlace | undefined {
  const { address, bytes } = asObject(written) ?? {};
  return typeof address === 'number' && typeof bytes === 'number' ? { address, bytes } : undefined;
}
