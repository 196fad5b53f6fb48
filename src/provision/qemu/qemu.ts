import { dirname, join } from 'node:path';
import type { Architecture } from '../../architecture/architecture.ts';
import { usualArchitecture } from '../../architecture/architectures.ts';
import { findProgram, isExecutableFile } from '../../host/environment.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile, realPath } from '../../host/files/file-facts.ts';
import type { QemuSpec } from '../../plan/plan.ts';
import { releaseOf } from '../apt/distribution.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { type ProgramSelection, type ProvidedPrograms, providePrograms } from '../apt/unpacked-selection.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, type QemuInstall } from '../provisioned.ts';
import { damaged } from '../tools.ts';
import { qemuVersion } from './qemu-version.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from './unpacked-programs.ts';

type DistributionQemu = Extract<QemuSpec, { readonly kind: 'distribution' }>;

const imageProgram = 'usr/bin/qemu-img';
const firmwareDirectories = ['usr/share/qemu', 'usr/share/seabios'];

/** A distribution's QEMU, unpacked into the store. @throws ProvisionError when it is not there and cannot be fetched */
async function provideDistributionQemu(
  spec: DistributionQemu,
  arch: Architecture,
  context: ProvisionContext,
): Promise<QemuInstall> {
  const forGuests = arch.name === usualArchitecture ? '' : ` for ${arch.debian}`;
  const { directory, description } = await providePrograms(context, {
    ...packagesOf(spec, arch),
    title: `QEMU (${spec.distribution}:${spec.suite})${forGuests}`,
    finish: (root) => examineQemu(root, programPath(arch), context.signal),
  });
  return installIn(spec, arch, { directory, description });
}

/** @throws ProvisionError when the distribution has no such suite. */
function packagesOf({ distribution, suite, text }: DistributionQemu, arch: Architecture): ProgramSelection {
  const release = releaseOf(distribution, text);
  const selection = release.qemu.suites[suite];
  if (selection !== undefined) {
    const { suites, packages } = selection;
    return { kind: 'qemu', version: 1, release, selection: { suites, packages: [...arch.qemuPackages, ...packages] } };
  }
  const known = Object.keys(release.qemu.suites).map((name) => `${release.distribution}:${name}`);
  throw new ProvisionError(`QEMU ${text}: no such suite. The suites are ${known.join(', ')}.`);
}

/**
 * Which packages a QEMU is in that is fetched; undefined: it is the host's. @throws ProvisionError when there is none
 * of that name.
 */
export function qemuSelection(spec: QemuSpec, arch: Architecture): ProgramSelection | undefined {
  switch (spec.kind) {
    case 'default':
      return packagesOf(defaultSuite(spec.text), arch);
    case 'distribution':
      return packagesOf(spec, arch);
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
async function provideDefaultQemu(text: string, arch: Architecture, context: ProvisionContext): Promise<QemuInstall> {
  const { version } = releaseFor(hostSystem()).qemu.default;
  const spec = defaultSuite(text);
  const install = await provideDistributionQemu(spec, arch, context);
  if (!isOfSeries(install.version, version)) {
    const message =
      `The default QEMU was chosen as ${version}, and ${spec.distribution}:${spec.suite} now has ${install.version}: ` +
      'results may differ.';
    context.progress({ kind: 'warning', message });
  }
  return install;
}

async function examineQemu(directory: string, program: string, signal: AbortSignal): Promise<object> {
  const root = examineUnpacked(directory);
  if (root === undefined) throw new ProvisionError('The fetched packages of QEMU contain no dynamic linker.');
  const version = await qemuVersion(unpackedCommand(directory, root, program), signal);
  return { ...root, version, sha256: await sha256OfFile(join(directory, program), signal) };
}

function installIn(
  spec: DistributionQemu,
  arch: Architecture,
  { directory, description }: ProvidedPrograms,
): QemuInstall {
  const root = readUnpackedRoot(description);
  const { version, sha256 } = description;
  if (root === undefined || typeof version !== 'string' || typeof sha256 !== 'string') throw damaged(directory);
  return {
    spec: spec.text,
    version,
    sha256,
    command: unpackedCommand(directory, root, programPath(arch)),
    imgCommand: unpackedCommand(directory, root, imageProgram),
    firmwareArgs: firmwareDirectories.flatMap((path) => ['-L', join(directory, path)]),
    env: { QEMU_MODULE_DIR: join(directory, 'usr/lib', hostsOwn().triplet, 'qemu') },
  };
}

function isOfSeries(version: string, series: string): boolean {
  return version === series || version.startsWith(`${series}.`);
}

function programName({ name }: Architecture): string {
  return `qemu-system-${name}`;
}

function programPath(arch: Architecture): string {
  return `usr/bin/${programName(arch)}`;
}

/** A QEMU that can be started. @throws ProvisionError when there is none with that name, or it does not run */
export async function provideQemu(spec: QemuSpec, arch: Architecture, context: ProvisionContext): Promise<QemuInstall> {
  switch (spec.kind) {
    case 'default':
      return await provideDefaultQemu(spec.text, arch, context);
    case 'distribution':
      return await provideDistributionQemu(spec, arch, context);
    case 'host':
      return await installedQemu(spec.text, hostQemu(spec.text, arch), context.signal);
    case 'path':
      return await installedQemu(spec.text, checkedPath(spec.path, arch), context.signal);
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

function hostQemu(spec: string, arch: Architecture): string {
  const program = programName(arch);
  const found = findProgram(program);
  if (found !== undefined) return found;
  throw new ProvisionError(`QEMU ${spec}: expected ${program} on PATH, found none.`, {
    hint:
      `Install it: sudo apt-get install ${arch.qemuPackages.join(' ')}, or leave out --qemu to fetch the default ` +
      'without root',
  });
}

function checkedPath(path: string, arch: Architecture): string {
  const kind = kindOfFile(path);
  const program = programName(arch);
  if (kind === 'nothing') throw new ProvisionError(`QEMU ${path}: no such file.`);
  if (kind !== 'file')
    throw new ProvisionError(`QEMU ${path}: expected a ${program} program, found a ${kind}.`, {
      hint: `Give the program itself: ${join(path, program)}`,
    });
  if (!isExecutableFile(path))
    throw new ProvisionError(`QEMU ${path}: this user may not execute it.`, { hint: `chmod +x ${path}` });
  return path;
}
