import { basename, join } from 'node:path';
import { architectureOf } from '../../architecture/architectures.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { readTextFile } from '../../host/files/read-text.ts';
import { runCommand } from '../../host/process/command.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { decompress } from '../kernel/decompress.ts';
import { appletsIn } from './applets.ts';
import { dependsOf, loadOrder, type ModuleIndex, parseModulesDep } from '../modules/module-closure.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';
import {
  agentModules,
  buildInitramfs,
  diskModules,
  fileSystemModules,
  folderModules,
  hasVirtFs,
  type ModuleFile,
  parseModulesBuiltin,
  plugModules,
  waitingModules,
} from './initramfs.ts';

export interface BootArchiveRequest {
  readonly kernel: KernelImage;
  readonly busybox: { readonly path: string; readonly sha256: string };
  /** The files of `guest/`. */
  readonly guestFiles: ReadonlyMap<string, Uint8Array>;
  /** Paths of the modules under test. The kernel modules that they need are included, too. */
  readonly builtModules: readonly string[];
  /** Further modules of the kernel that must be there, by name. */
  readonly kernelModules: readonly string[];
  /** Modules of the kernel for the buses of devices; the archive says which are lacking. */
  readonly busModules?: readonly string[];
  /** Paths of modules of our own, which a machine loads if it is told to. */
  readonly helpers?: readonly string[];
  /** Path of the module of ours that records coverage, which every machine loads; absent: none. */
  readonly recorder?: string | undefined;
  /** Whether a disk image will be mounted. */
  readonly withDisk: boolean;
}

/** An initramfs, and the abilities of its kernel. */
export interface BootArchive {
  readonly path: string;
  /** The test's folder can be mounted over 9p. */
  readonly hasVirtFs: boolean;
  /** The modules for buses that this kernel has neither as modules nor built in; absent: none was asked for. */
  readonly lacking?: readonly string[];
}

const maxIndexBytes = 64 * 1024 * 1024;

/** They need no other module. */
function helperFile(path: string): ModuleFile {
  return { path: `extra/${basename(path)}`, content: readWholeFile(path) };
}

function digestOf(path: string): string {
  return `${basename(path)} ${sha256Of(readWholeFile(path))}`;
}

/** The initramfs for a kernel and the modules under test, from the store or newly built. */
export async function provideBootArchive(request: BootArchiveRequest, context: ProvisionContext): Promise<BootArchive> {
  const { kernel, withDisk, helpers = [] } = request;
  const { index, builtin } = readModuleIndex(kernel);
  const virtFs = hasVirtFs(index, builtin);
  requireAgentModules(kernel, index, builtin);
  requireNamedModules(request, index, builtin);
  const boot = loadOrder(index, [
    ...agentModules,
    // If the kernel has it, it reports panics to QEMU.
    ...architectureOf(kernel.arch).guest.panicDevice.modules,
    ...(virtFs ? folderModules : []),
    // With a disk image the folder is mounted, and an init that finds autofs makes more mounts than it made before.
    ...(virtFs && !withDisk ? waitingModules : []),
    ...(withDisk ? diskModules : []),
  ]);
  const needed = request.builtModules.flatMap((path) => dependsOf(readWholeFile(path)));
  const { busModules = [] } = request;
  const wanted = [
    ...needed,
    ...request.kernelModules,
    ...busModules,
    ...plugModules,
    ...(withDisk ? fileSystemModules : []),
  ];
  const further = loadOrder(index, wanted).filter((path) => !boot.includes(path));
  const recorder: readonly ModuleFile[] =
    request.recorder === undefined
      ? []
      : [{ path: basename(request.recorder), content: readWholeFile(request.recorder) }];
  const directory = await context.store.provide({
    kind: 'initramfs',
    key: archiveKey(request, [
      ...[...boot, '', ...further],
      ...recorder.map(({ content }) => sha256Of(content)),
      ...helpers.map(digestOf),
    ]),
    signal: context.signal,
    make: async (staging) => {
      const archive = buildInitramfs({
        release: kernel.release,
        busybox: readWholeFile(request.busybox.path),
        applets: await listApplets(request, context.signal),
        guestFiles: request.guestFiles,
        bootModules: [...(await readModules(kernel, boot, context)), ...recorder],
        furtherModules: [...(await readModules(kernel, further, context)), ...helpers.map(helperFile)],
        index,
      });
      writeFileAt(join(staging, 'initramfs'), archive);
    },
  });
  const lacking = missingOf(busModules, index, builtin);
  return { path: join(directory, 'initramfs'), hasVirtFs: virtFs, ...(busModules.length === 0 ? {} : { lacking }) };
}

function readModuleIndex({ modulesDirectory }: KernelImage): {
  readonly index: ModuleIndex;
  readonly builtin: ReadonlySet<string>;
} {
  if (modulesDirectory === undefined) return { index: new Map(), builtin: new Set() };
  const read = (name: string): string => readTextFile(join(modulesDirectory, name), maxIndexBytes);
  return { index: parseModulesDep(read('modules.dep')), builtin: parseModulesBuiltin(read('modules.builtin')) };
}

/** Without a list of built-in modules, nothing is known to be missing. The boot will show it. */
function missingOf(names: readonly string[], index: ModuleIndex, builtin: ReadonlySet<string>): readonly string[] {
  return builtin.size === 0 ? [] : names.filter((name) => !index.has(name) && !builtin.has(name));
}

function requireAgentModules(kernel: KernelImage, index: ModuleIndex, builtin: ReadonlySet<string>): void {
  const missing = missingOf(agentModules, index, builtin);
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${kernel.spec}: this kernel has no ${missing.join(' and no ')}, so the guest cannot report a verdict`,
    {
      hint: 'Configure it with CONFIG_VIRTIO_PCI and CONFIG_VIRTIO_CONSOLE, built in or as modules.',
    },
  );
}

function requireNamedModules(
  { kernel, kernelModules }: BootArchiveRequest,
  index: ModuleIndex,
  builtin: ReadonlySet<string>,
): void {
  const missing = missingOf(kernelModules, index, builtin);
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${kernel.spec} has no module ${missing.join(' and no ')}, which info/kernel-modules names`,
    {
      hint: `Its modules are in ${kernel.modulesDirectory ?? 'no directory'}; modules.order there lists them.`,
    },
  );
}

function archiveKey({ kernel, busybox, guestFiles }: BootArchiveRequest, modules: readonly string[]): string {
  const guest = [...guestFiles].map(([name, content]) => `${name} ${sha256Of(content)}`);
  return ['layout 6', kernel.release, kernel.sha256, busybox.sha256, ...guest, ...modules].join('\n');
}

/** A busybox for guests of another architecture cannot be asked here, but its table can be read. */
async function listApplets({ kernel, busybox }: BootArchiveRequest, signal: AbortSignal): Promise<readonly string[]> {
  if (kernel.arch === hostsOwn().name) return await askedApplets(busybox.path, signal);
  const applets = appletsIn(readWholeFile(busybox.path));
  if (applets.length > 0) return applets;
  throw new ProvisionError(`${busybox.path}: expected busybox with a table of its applets, found none.`);
}

async function askedApplets(busybox: string, signal: AbortSignal): Promise<readonly string[]> {
  const { stdout, exitCode, output } = await runCommand([busybox, '--list'], { signal });
  if (exitCode !== 0) throw new ProvisionError(`${busybox} cannot be run on this host: ${output.trim()}`);
  return stdout.split('\n').filter((applet) => applet !== '');
}

async function readModules(
  { modulesDirectory = '' }: KernelImage,
  paths: readonly string[],
  context: ProvisionContext,
): Promise<ModuleFile[]> {
  const modules: ModuleFile[] = [];
  for (const path of paths) modules.push({ path, content: await decompress(join(modulesDirectory, path), context) });
  return modules;
}
