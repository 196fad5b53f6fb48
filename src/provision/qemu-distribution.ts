import { join } from 'node:path';
import { sha256OfFile } from '../host/file-digest.ts';
import type { QemuSpec } from '../plan/qemu-spec.ts';
import { releaseOf } from './distribution.ts';
import { hostSystem, releaseFor } from './host-release.ts';
import type { ProvisionContext } from './provision-context.ts';
import { ProvisionError } from './provisioned.ts';
import type { QemuInstall } from './provisioned.ts';
import { qemuVersion } from './qemu-version.ts';
import { damaged } from './tools.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from './unpacked-programs.ts';
import { providePrograms } from './unpacked-selection.ts';

type DistributionQemu = Extract<QemuSpec, { readonly kind: 'distribution' }>;

const program = 'usr/bin/qemu-system-x86_64';
const imageProgram = 'usr/bin/qemu-img';
const moduleDirectory = 'usr/lib/x86_64-linux-gnu/qemu';
const firmwareDirectories = ['usr/share/qemu', 'usr/share/seabios'];

/**
 * A distribution's QEMU, unpacked into the store. @throws ProvisionError when it is not there and cannot be fetched.
 */
export async function provideDistributionQemu(spec: DistributionQemu, context: ProvisionContext): Promise<QemuInstall> {
  const release = releaseOf(spec.distribution, spec.text);
  const selection = release.qemu.suites[spec.suite];
  if (selection === undefined) {
    const known = Object.keys(release.qemu.suites).map((suite) => `${release.distribution}:${suite}`);
    throw new ProvisionError(`QEMU ${spec.text}: no such suite. There are ${known.join(', ')}.`);
  }
  const title = `QEMU (${release.distribution}:${spec.suite})`;
  const finish = (directory: string): Promise<object> => examineQemu(directory, context.signal);
  const { directory, description } = await providePrograms(context, {
    kind: 'qemu',
    version: 1,
    title,
    release,
    selection,
    finish,
  });
  return installIn(spec, directory, description);
}

/** The one that was chosen for hosts like this one. @throws ProvisionError */
export async function provideDefaultQemu(text: string, context: ProvisionContext): Promise<QemuInstall> {
  const { distribution, qemu } = releaseFor(hostSystem());
  const { suite, version } = qemu.default;
  const install = await provideDistributionQemu({ kind: 'distribution', text, distribution, suite }, context);
  if (!isOfSeries(install.version, version)) {
    const message =
      `The default QEMU was chosen as ${version}, and ${distribution}:${suite} now has ${install.version}: ` +
      'results may differ.';
    context.progress({ kind: 'warning', message });
  }
  return install;
}

async function examineQemu(directory: string, signal: AbortSignal): Promise<object> {
  const root = examineUnpacked(directory);
  if (root === undefined) throw new ProvisionError('The fetched packages of QEMU hold no dynamic linker.');
  const version = await qemuVersion(unpackedCommand(directory, root, program), signal);
  return { ...root, version, sha256: await sha256OfFile(join(directory, program), signal) };
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
    command: unpackedCommand(directory, root, program),
    imgCommand: unpackedCommand(directory, root, imageProgram),
    firmwareArgs: firmwareDirectories.flatMap((path) => ['-L', join(directory, path)]),
    env: { QEMU_MODULE_DIR: join(directory, moduleDirectory) },
  };
}

function isOfSeries(version: string, series: string): boolean {
  return version === series || version.startsWith(`${series}.`);
}
