import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { hostResources } from '../host/resources.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import type { KernelSpec, Plan, QemuSpec } from '../plan/plan.ts';
import type { GuestOutcome, GuestWork, WorkInGuest } from '../provision/disk/guest-work.ts';
import { releaseOf } from '../provision/apt/distribution.ts';
import { provideBootArchive } from '../provision/initramfs/boot-archive.ts';
import { guestFilesFor } from '../provision/initramfs/guest-files.ts';
import { provideKernel } from '../provision/kernel/kernel.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError, type QemuInstall } from '../provision/provisioned.ts';
import { provideQemu } from '../provision/qemu/qemu.ts';
import { provideBusybox } from '../provision/tools.ts';
import { createOwnScratch } from '../run/own-scratch.ts';
import { workOnDisk } from '../run/work-on-disk.ts';
import { machineBase } from './machine-base.ts';

interface GuestParts {
  readonly plan: Pick<Plan, 'cells'>;
  readonly guestFiles: ReadonlyMap<string, Uint8Array>;
}

/** Enough for dpkg with any number of packages. */
const memory = '1G';
/** An emulated machine beside other work. */
const bootDeadlineMs = 300_000;

/** Machines of another architecture that complete disk images. They are emulated by the QEMU of the plan's cells. */
export function guestWorker(parts: GuestParts, context: ProvisionContext): WorkInGuest {
  return async (work) => {
    const own = { ...context, signal: work.signal };
    const qemu = await provideQemu(qemuFor(work, parts.plan), work.arch, own);
    return await workOn(work, { qemu, machine: await machineFor(work, parts, own) });
  };
}

/** What is tested would not change the image: it is made by the distribution's usual kernel. */
function kernelFor({ arch, distribution }: GuestWork): Extract<KernelSpec, { readonly kind: 'distribution' }> {
  const series = releaseOf(distribution, distribution).defaultKernel.otherwise;
  const text = `${distribution}:${series}:${arch.debian}`;
  return { kind: 'distribution', text, distribution, series, flavour: 'generic', arch: arch.name };
}

function qemuFor({ arch }: GuestWork, { cells }: GuestParts['plan']): QemuSpec {
  const cell = cells.find((candidate) => candidate.arch === arch.name);
  if (cell === undefined) throw new Error(`Internal error: no cell is ${arch.name}, but an image is made for it`);
  return cell.qemu;
}

async function machineFor(
  work: GuestWork,
  { guestFiles }: GuestParts,
  context: ProvisionContext,
): Promise<Omit<MachineSpec, 'sharedFolder'>> {
  const spec = kernelFor(work);
  const kernel = await provideKernel(spec, context);
  const archive = await provideBootArchive(
    {
      kernel,
      busybox: await provideBusybox(work.arch, context),
      guestFiles: guestFilesFor(work.arch.name, guestFiles),
      builtModules: [],
      kernelModules: [],
      withDisk: true,
    },
    context,
  );
  if (!archive.hasVirtFs) throw new ProvisionError(`${spec.text}: expected a kernel with 9p, found none.`);
  return {
    ...machineBase({ kernel, archive }, 'tcg'),
    userArgs: [['-m', memory, '-smp', String(Math.min(4, hostResources().cpus))]],
    diskImage: { path: work.image, format: 'raw', isKept: true },
  };
}

interface GuestMachine {
  readonly qemu: QemuInstall;
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
}

async function workOn(
  { script, timeoutMs, signal, onLine }: GuestWork,
  { qemu, machine }: GuestMachine,
): Promise<GuestOutcome> {
  const scratch = createOwnScratch();
  try {
    const job = { qemu, machine, script, bootDeadlineMs, timeoutMs, directory: scratch.path, onLine };
    const { ending, exitStatus, output } = await workOnDisk(job, { tripwire: createTripwire(), signal });
    signal.throwIfAborted();
    if (ending.kind === 'completed' && exitStatus !== undefined) return { kind: 'ended', exitStatus, output };
    return { kind: 'failed', failure: describeEnding(ending), output };
  } finally {
    await scratch.remove();
  }
}
