import type { Architecture } from '../architecture/architecture.ts';
import { architectureOf } from '../architecture/architectures.ts';
import type { Accelerator, MachineSpec } from '../machine/machine-spec.ts';
import type { BootArchive } from '../provision/initramfs/boot-archive.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import { slotsParameter } from './kernel-hot-plug.ts';

/** What is booted. */
export interface MachineParts {
  readonly kernel: KernelImage;
  readonly archive: BootArchive;
  /** As in KernelSupplies: whether the kernel hears of devices that come and go. */
  readonly announces?: boolean;
}

/**
 * Parameters for the best evidence. A suite's own `-append` comes later and wins.
 * - The whole log is printed, with timestamps.
 * - A panic shows all processors, then resets at once, which ends QEMU (-no-reboot). An oops does not panic, so that
 *   its consequences show, too.
 * - A panic stops the other processors by NMI instead of an IPI, which a locked-up processor never takes. Waiting for
 *   that costs seconds before 6.12 prints anything. (This is a side effect of the parameter; there is no crash kernel.)
 * - A hung guest can be asked for its stacks: by SysRq on the console, or, when that fails, by an NMI, on which it
 *   panics.
 * - A soft lockup is reported before the RCU stall that it causes, because it says more.
 * - Crypto self-tests are left out; they take 0.3 s of every boot under TCG.
 *
 * Each architecture adds its own.
 */
const kernelParameters = [
  'ignore_loglevel',
  'printk.time=1',
  'panic=-1',
  'panic_print=0x40',
  'crash_kexec_post_notifiers',
  'sysrq_always_enabled',
  'rcupdate.rcu_cpu_stall_timeout=30',
  'cryptomgr.notests',
];

/** What all machines of a kernel have. */
export function machineBase(
  { kernel, announces, archive }: MachineParts,
  accelerator: Accelerator,
): Omit<MachineSpec, 'userArgs' | 'sharedFolder' | 'diskImage' | 'origin'> {
  const arch = architectureOf(kernel.arch);
  return {
    arch,
    accelerator,
    bootImage: kernel.bootImage,
    initramfs: archive.path,
    kernelParameters: parametersOf(arch, announces),
    ...(announces === undefined ? {} : { announces }),
    moduleTree: archive.hasVirtFs ? kernel.modulesDirectory : undefined,
  };
}

/** Parameters of any machine of an architecture. */
export function parametersOf({ guest }: Architecture, announces = true): readonly string[] {
  return [...kernelParameters, ...guest.kernelParameters, ...(announces ? [] : [slotsParameter])];
}
