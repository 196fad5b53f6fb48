import { join } from 'node:path';
import type { Architecture } from '../architecture/architecture.ts';
import { sha256OfFile } from '../host/files/file-digest.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { hostsOwn } from './apt/host-architecture.ts';
import { hostSystem, releaseFor } from './apt/releases.ts';
import { type ProgramSelection, providePrograms } from './apt/unpacked-selection.ts';
import type { ProvisionContext } from './provision-context.ts';
import { ProvisionError } from './provisioned.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from './qemu/unpacked-programs.ts';

/**
 * A statically linked busybox for the guest. @throws ProvisionError when it is not in the store and cannot be fetched
 */
export async function provideBusybox(arch: Architecture, context: ProvisionContext): Promise<Busybox> {
  return arch === hostsOwn() ? (await provideTools(context)).busybox : await provideForeignBusybox(arch, context);
}

export interface Busybox {
  readonly path: string;
  readonly sha256: string;
}

async function provideForeignBusybox(arch: Architecture, context: ProvisionContext): Promise<Busybox> {
  const release = releaseFor(hostSystem());
  const { directory, description } = await providePrograms(context, {
    kind: 'guest-tools',
    version: 1,
    release,
    selection: release.guestTools,
    architecture: arch,
    title: `busybox for ${arch.debian}`,
    finish: async (root) => {
      const busybox = programIn(root, 'busybox');
      return { busybox, busyboxSha256: await sha256OfFile(join(root, busybox)) };
    },
  });
  const { busybox, busyboxSha256 } = description;
  if (typeof busybox !== 'string' || typeof busyboxSha256 !== 'string') throw damaged(directory);
  return { path: join(directory, busybox), sha256: busyboxSha256 };
}

/** Programs for kernels and modules, the same on every host. */
export interface Tools {
  readonly depmod: Command;
  readonly xz: Command;
  readonly zstd: Command;
  readonly lz4: Command;
  readonly busybox: Busybox;
}

type Command = readonly [string, ...string[]];

/** The directories of programs in packages, without and with merged /usr. */
const programDirectories = ['usr/bin', 'bin', 'usr/sbin', 'sbin'];

/** Which packages they are in. */
export function toolSelection(): ProgramSelection {
  const release = releaseFor(hostSystem());
  return { kind: 'tools', version: 1, release, selection: release.tools };
}

/** @throws ProvisionError when they are not in the store and cannot be fetched */
export async function provideTools(context: ProvisionContext): Promise<Tools> {
  const { directory, description } = await providePrograms(context, {
    ...toolSelection(),
    title: 'tools (kmod, xz, zstd, lz4, busybox)',
    finish: async (root) => {
      const busybox = programIn(root, 'busybox');
      return {
        ...examineUnpacked(root),
        kmod: programIn(root, 'kmod'),
        xz: programIn(root, 'xz'),
        zstd: programIn(root, 'zstd'),
        lz4: programIn(root, 'lz4'),
        busybox,
        busyboxSha256: await sha256OfFile(join(root, busybox)),
      };
    },
  });
  return toolsIn(directory, description);
}

function programIn(root: string, name: string): string {
  const found = programDirectories
    .map((directory) => join(directory, name))
    .find((path) => kindOfFile(join(root, path)) === 'file');
  if (found === undefined)
    throw new ProvisionError(`The fetched packages do not contain ${name}.`, {
      hint: 'Choose another mirror (docs/provisioning.md)',
    });
  return found;
}

function toolsIn(directory: string, description: Readonly<Record<string, unknown>>): Tools {
  const root = readUnpackedRoot(description);
  const pathOf = (name: string): string => {
    const path = description[name];
    if (typeof path !== 'string') throw damaged(directory);
    return path;
  };
  if (root === undefined) throw damaged(directory);
  const command = (name: string): Command => unpackedCommand(directory, root, pathOf(name));
  const [loader, ...options] = command('kmod');
  return {
    // kmod acts according to the name it is called by; depmod is a link to it.
    depmod: [loader, '--argv0', 'depmod', ...options],
    xz: command('xz'),
    zstd: command('zstd'),
    lz4: command('lz4'),
    busybox: { path: join(directory, pathOf('busybox')), sha256: pathOf('busyboxSha256') },
  };
}

/** The store's content does not change by itself: somebody edited it. */
export function damaged(directory: string): ProvisionError {
  return new ProvisionError(`${directory} is damaged.`, {
    hint: `Remove it to fetch it again: rm -r ${directory}`,
  });
}
