import { join, dirname } from 'node:path';
import { findProgram, isExecutableFile } from '../host/environment.ts';
import { sha256OfFile } from '../host/file-digest.ts';
import { kindOfFile, realPath } from '../host/file-facts.ts';
import type { QemuSpec } from '../plan/qemu-spec.ts';
import { provideDefaultQemu, provideDistributionQemu } from './qemu-distribution.ts';
import { qemuVersion } from './qemu-version.ts';
import type { ProvisionContext } from './provision-context.ts';
import { ProvisionError } from './provisioned.ts';
import type { QemuInstall } from './provisioned.ts';

const program = 'qemu-system-x86_64';

/**
 * A QEMU that can be started.
 * @throws ProvisionError when there is none of that name, or it does not run.
 */
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
  throw new ProvisionError(`QEMU ${spec}: PATH has no ${program}.`, {
    hint: 'Install it: sudo apt-get install qemu-system-x86, or leave out --qemu: the default is fetched, without root',
  });
}

function checkedPath(path: string): string {
  const kind = kindOfFile(path);
  if (kind === 'nothing') throw new ProvisionError(`QEMU ${path}: there is no such file.`);
  if (kind !== 'file')
    throw new ProvisionError(`QEMU ${path}: expected a ${program} program, found a ${kind}.`, {
      hint: `Name the program itself: ${join(path, program)}`,
    });
  if (!isExecutableFile(path))
    throw new ProvisionError(`QEMU ${path}: this user may not execute it.`, { hint: `chmod +x ${path}` });
  return path;
}
