import { basename } from 'node:path';
import { loadOrder, type ModuleIndex, moduleName } from '../modules/module-closure.ts';
import { type ArchiveEntry, writeCpio } from './cpio.ts';
import { hideApplet } from './hide-applet.ts';

/** A kernel module's file, decompressed. */
export interface ModuleFile {
  /** Relative to `lib/modules/RELEASE`, as in `modules.dep`. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface InitramfsContent {
  readonly release: string;
  readonly busybox: Uint8Array;
  /** Names of busybox's applets. */
  readonly applets: readonly string[];
  /** The files of `guest/`: name and content. `init` is the agent. */
  readonly guestFiles: ReadonlyMap<string, Uint8Array>;
  /** Loaded by the agent at start, in this order. */
  readonly bootModules: readonly ModuleFile[];
  /** Modules for the tests to load. */
  readonly furtherModules: readonly ModuleFile[];
  /** The index of all included modules, for `modprobe`. */
  readonly index: ModuleIndex;
}

/**
 * Modules for the ports of the agent.
 */
export const agentModules = ['virtio_pci', 'virtio_console'];
export const folderModules = ['9pnet_virtio', '9p'];
/** With it, the artifacts are mounted when a test first uses them. A kernel without it mounts them at once. */
export const waitingModules = ['autofs4'];
/**
 * The file systems request a checksum by an alias that only a full module tree resolves, so it is loaded before them.
 */
export const diskModules = ['virtio_blk', 'crc32c_generic'];
/** Drivers of devices that `hw plug` can add and every kernel supports, for tests to load: a disk, a balloon. */
export const plugModules = ['virtio_blk', 'virtio_balloon'];
/** Of roots, and of what an image mounts while it boots: the partition for EFI, with the usual names of files. */
export const fileSystemModules = ['ext4', 'xfs', 'btrfs', 'vfat', 'nls_cp437', 'nls_ascii', 'nls_iso8859-1'];

/** Whether the kernel can mount the test's folder: 9p as a module, or built in. */
export function hasVirtFs(index: ModuleIndex, builtin: ReadonlySet<string>): boolean {
  return folderModules.every((name) => index.has(moduleName(name)) || builtin.has(moduleName(name)));
}

/** Names in `modules.builtin`. */
export function parseModulesBuiltin(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map(moduleName),
  );
}

/** The guest's root as an archive that the kernel unpacks. The same content gives the same bytes. */
export function buildInitramfs(content: InitramfsContent): Buffer {
  const modulesRoot = `lib/modules/${content.release}`;
  const { busybox, name } = hideApplet(content.busybox, 'modprobe', ['modinfo', 'more']);
  return writeCpio([
    ...directories([
      'bin',
      'dev',
      'etc',
      'image',
      'lib',
      'lib/modules',
      modulesRoot,
      'proc',
      'qdt',
      'root',
      'run',
      'sbin',
      'sys',
      'test',
      'tmp',
      'usr',
      'usr/bin',
      'usr/sbin',
      'var',
    ]),
    // The kernel opens it for init before anything is mounted.
    { kind: 'character-device', path: 'dev/console', major: 5, minor: 1 },
    { kind: 'file', path: 'bin/busybox', executable: true, content: busybox },
    ...content.applets
      .filter((applet) => applet !== 'busybox' && !guestPrograms.has(applet))
      .map((applet): ArchiveEntry => ({ kind: 'link', path: `bin/${applet}`, target: 'busybox' })),
    // Scripts use these paths for their interpreters, too.
    { kind: 'link', path: 'usr/bin/env', target: '/bin/env' },
    { kind: 'link', path: 'etc/mtab', target: '/proc/mounts' },
    text('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n'),
    text('etc/group', 'root:x:0:\n'),
    ...guestFiles(content.guestFiles),
    ...[...content.bootModules, ...content.furtherModules].map(
      (module): ArchiveEntry => file(`${modulesRoot}/${basename(plainPath(module.path))}`, module.content),
    ),
    text('qdt/modprobe-applet', `${name}\n`),
    text('qdt/modules', `${content.bootModules.map((module) => moduleName(module.path)).join(' ')}\n`),
    text(`${modulesRoot}/modules.dep`, flatModulesDep(content)),
  ]);
}

/** In the guest all modules are in one directory, uncompressed. */
function flatModulesDep({ index, bootModules, furtherModules }: InitramfsContent): string {
  const lines = [...bootModules, ...furtherModules].map(({ path }) => {
    const needs = [...loadOrder(index, [path])].slice(0, -1).reverse();
    return `${[path, ...needs]
      .map((entry) => basename(plainPath(entry)))
      .join(' ')
      .replace(/^(\S+)/, '$1:')}\n`;
  });
  return lines.join('');
}

/** `kernel/fs/9p/9p.ko.xz` → `kernel/fs/9p/9p.ko` */
function plainPath(path: string): string {
  return path.replace(/\.(xz|zst|gz)$/, '');
}

/** Ours take the place of applets. */
const guestPrograms: ReadonlySet<string> = new Set(['hw', 'qdt-slot', 'modprobe']);

/** Paths of the guest's programs. All other guest files are scripts that these run. */
const programPaths: ReadonlyMap<string, string> = new Map([
  ['init', 'init'],
  ['hw', 'bin/hw'],
  ['qdt-slot', 'bin/qdt-slot'],
  ['modprobe', 'bin/modprobe'],
]);

function guestFiles(files: ReadonlyMap<string, Uint8Array>): ArchiveEntry[] {
  return [...files].map(([name, content]) => {
    const program = programPaths.get(name);
    return program === undefined
      ? file(`qdt/${name}`, content)
      : { kind: 'file', path: program, executable: true, content };
  });
}

function directories(paths: readonly string[]): ArchiveEntry[] {
  return paths.map((path) => ({ kind: 'directory', path }));
}

function text(path: string, content: string): ArchiveEntry {
  return file(path, Buffer.from(content));
}

function file(path: string, content: Uint8Array): ArchiveEntry {
  return { kind: 'file', path, executable: false, content };
}
