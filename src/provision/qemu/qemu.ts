import { dirname, join } from 'node:path';
import { findProgram, isExecutableFile } from '../../host/environment.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile, realPath } from '../../host/files/file-facts.ts';
import type { QemuSpec } from '../../plan/plan.ts';
import { releaseOf } from '../apt/distribution.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { type ProgramSelection, providePrograms } from '../apt/unpacked-selection.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, type QemuInstall } from '../provisioned.ts';
import { damaged } from '../tools.ts';
import { qemuVersion } from './qemu-version.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from './unpacked-programs.ts';

type DistributionQemu = Extract<QemuSpec, { readonly kind: 'distribution' }>;

const programPath = 'usr/bin/qemu-system-x86_64';
const imageProgram = 'usr/bin/qemu-img';
const moduleDirectory = 'usr/lib/x86_64-linux-gnu/qemu';
const firmwareDirectories = ['usr/share/qemu', 'usr/share/seabios'];

/** A distribution's QEMU, unpacked into the store. @throws ProvisionError when it is not there and cannot be fetched */
async function provideDistributionQemu(spec: DistributionQemu, context: ProvisionContext): Promise<QemuInstall> {
  const { directory, description } = await providePrograms(context, {
    ...packagesOf(spec),
    title: `QEMU (${spec.distribution}:${spec.suite})`,
    finish: (root) => examineQemu(root, context.signal),
  });
  return installIn(spec, directory, description);
}

/** @throws ProvisionError when the distribution has no such suite. */
function packagesOf({ distribution, suite, text }: DistributionQemu): ProgramSelection {
  const release = releaseOf(distribution, text);
  const selection = release.qemu.suites[suite];
  if (selection !== undefined) return { kind: 'qemu', version: 1, release, selection };
  const known = Object.keys(release.qemu.suites).map((name) => `${release.distribution}:${name}`);
  throw new ProvisionError(`QEMU ${text}: no such suite. The suites are ${known.join(', ')}.`);
}

/**
 * Which packages a QEMU is in that is fetched; undefined: it is the host's. @throws ProvisionError when there is none
 * of that name.
 */
export function qemuSelection(spec: QemuSpec): ProgramSelection | undefined {
  switch (spec.kind) {
    case 'default':
      return packagesOf(defaultSuite(spec.text));
    case 'distribution':
      return packagesOf(spec);
    case 'host':
    case 'path':
      return undefined;
  }
}

function defaultSuite(text: string): DistributionQemu {
  const { distribution, qemu } = releaseFor(hostSystem());
  return { kind: 'distribution', text, distribution, suite: qemu.default.suite };
}

/** The default QEMU for hosts like this one. @throws ProvisionError */
async function provideDefaultQemu(text: string, context: ProvisionContext): Promise<QemuInstall> {
  const { version } = releaseFor(hostSystem()).qemu.default;
  const spec = defaultSuite(text);
  const install = await provideDistributionQemu(spec, context);
  if (!isOfSeries(install.version, version)) {
    const message =
      `The default QEMU was chosen as ${version}, and ${spec.distribution}:${spec.suite} now has ${install.version}: ` +
      'results may differ.';
    context.progress({ kind: 'warning', message });
  }
  return install;
}

async function examineQemu(directory: string, signal: AbortSignal): Promise<object> {
  const root = examineUnpacked(directory);
  if (root === undefined) throw new ProvisionError('The fetched packages of QEMU contain no dynamic linker.');
  const version = await qemuVersion(unpackedCommand(directory, root, programPath), signal);
  return { ...root, version, sha256: await sha256OfFile(join(directory, programPath), signal) };
}

function installIn(
  spec: DistributionQemu,
  directory: string,
  description: Readonly<Record<string, unknown>>,
): QemuInstall {
  const root = readUnpackedRoot(description);
  const { version, sha256 } = description;
  if (root === undefined || typeof version !== 'string' || typeof sha256 !== 'string') throw damaged(directory);
  return {
    spec: spec.text,
    version,
    sha256,
    command: unpackedCommand(directory, root, programPath),
    imgCommand: unpackedCommand(directory, root, imageProgram),
    firmwareArgs: firmwareDirectories.flatMap((path) => ['-L', join(directory, path)]),
    env: { QEMU_MODULE_DIR: join(directory, moduleDirectory) },
  };
}

function isOfSeries(version: string, series: string): boolean {
  return version === series || version.startsWith(`${series}.`);
}

const program = 'qemu-system-x86_64';

/** A QEMU that can be started. @throws ProvisionError when there is none with that name, or it does not run */
export async function provideQemu(spec: QemuSpec, context: ProvisionContext): Promise<QemuInstall> {
  switch (spec.kind) {
    case 'default':
      return await provideDefaultQemu(spec.text, context);
    case 'distribution':
      return await provideDistributionQemu(spec, context);
    case 'host':
      return await installedQemu(spec.text, hostQemu(spec.text), context.signal);
    case 'path':
      return await installedQemu(spec.text, checkedPath(spec.path), context.signal);
  }
}

async function installedQemu(spec: string, path: string, signal: AbortSignal): Promise<QemuInstall> {
  const version = await qemuVersion([path], signal);
  const image =
    [join(dirname(path), 'qemu-img'), join(dirname(realPath(path)), 'qemu-img')].find(isExecutableFile) ??
    findProgram('qemu-img');
  return {
    spec,
    version,
    sha256: await sha256OfFile(path, signal),
    command: [path],
    imgCommand: image === undefined ? undefined : [image],
    firmwareArgs: [],
    env: {},
  };
}

function hostQemu(spec: string): string {
  const found = findProgram(program);
  if (found !== undefined) return found;
  throw new ProvisionError(`QEMU ${spec}: expected ${program} on PATH, found none.`, {
    hint: 'Install it: sudo apt-get install qemu-system-x86, or leave out --qemu to fetch the default without root',
  });
}

function checkedPath(path: string): string {
  const kind = kindOfFile(path);
  if (kind === 'nothing') throw new ProvisionError(`QEMU ${path}: no such file.`);
  if (kind !== 'file')
    throw new ProvisionError(`QEMU ${path}: expected a ${program} program, found a ${kind}.`, {
      hint: `Give the program itself: ${join(path, program)}`,
    });
  if (!isExecutableFile(path))
    throw new ProvisionError(`QEMU ${path}: this user may not execute it.`, { hint: `chmod +x ${path}` });
  return path;
}
