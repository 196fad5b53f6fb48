import { dirname } from 'node:path';
import { diskFormat } from '../host/files/disk-file.ts';
import { x86_64 } from '../machine/architecture.ts';
import type { Accelerator, DiskImage, MachineSpec } from '../machine/machine-spec.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import type { CellSupplies } from './supplies.ts';

/**
 * Evidence first; a suite's own `-append` comes later and wins.
 * - the whole log, with time stamps;
 * - a panic shows every processor, then resets at once, which ends QEMU (-no-reboot); an oops does not panic, so that
 *   what
 *   it leads to is seen too;
 * - the panic stops the other processors by an interrupt that nothing masks, not by one that a locked-up processor
 *   never
 * takes: waiting for that costs seconds before 6.12 says a word (it is the parameter's side effect; there is no crash
 * kernel);
 * - a hung guest can be asked for its stacks: by keys on the console, or, when none is heard any more, by an interrupt
 *   that
 *   nothing masks, at which it panics;
 * - a soft lockup is reported before the RCU stall it causes: it says more;
 * - left out are crypto self-tests, 0.3 s of every boot under TCG, and the test of the timer: on a loaded host an
 *   emulated one
 *   fails it by chance, and the kernel panics before it has begun (`IO-APIC + timer doesn't work`).
 */
const kernelParameters = [
  'ignore_loglevel',
  'printk.time=1',
  'panic=-1',
  'panic_print=0x40',
  'crash_kexec_post_notifiers',
  'sysrq_always_enabled',
  'unknown_nmi_panic',
  'rcupdate.rcu_cpu_stall_timeout=30',
  'cryptomgr.notests',
  'no_timer_check',
];

/** How long a boot may take to reach the agent. Generous, because it only has to tell a slow host from a dead guest. */
export const bootDeadlineMs: Readonly<Record<Accelerator, number>> = { kvm: 60_000, tcg: 180_000 };

/** A cell's machine as it boots for its own check: without a test's folder, arguments and disk. */
export function cellMachine(cell: Cell, supplies: CellSupplies, accelerator: Accelerator): MachineSpec {
  return {
    ...machineBase(supplies, accelerator),
    userArgs: [cell.machine.args],
    sharedFolder: undefined,
    diskImage: undefined,
  };
}

/** What a template boots: the cell's machine and what the suite, or several tests, add to it. */
export function templateMachine(
  { cell, args, diskImage }: TemplatePlan,
  supplies: CellSupplies,
  accelerator: Accelerator,
): MachineSpec {
  return {
    ...machineBase(supplies, accelerator),
    userArgs: [cell.machine.args, args],
    sharedFolder: emptyFolder(supplies),
    diskImage: diskOf(diskImage),
  };
}

/**
 * The machine that a clone is restored into: the same arguments to the letter. Its own devices are plugged in later.
 */
export function cloneMachine(
  { cell, args, diskImage }: TemplatePlan,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<MachineSpec, 'sharedFolder'> {
  return { ...machineBase(supplies, accelerator), userArgs: [cell.machine.args, args], diskImage: diskOf(diskImage) };
}

/** Not yet mounted, so that any directory will do: every clone has a folder of its own in its place. */
function emptyFolder({ archive }: CellSupplies): string | undefined {
  return archive.hasVirtFs ? dirname(archive.path) : undefined;
}

/** A test's machine, but for the folder, which is made when the test runs. */
export function testMachine(
  { cell, suite, test, diskImage }: PlannedTest,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<MachineSpec, 'sharedFolder'> {
  return {
    ...machineBase(supplies, accelerator),
    userArgs: [cell.machine.args, suite.qemuArgs, test.qemuArgs],
    diskImage: diskOf(diskImage),
  };
}

function machineBase(
  { kernel, archive }: CellSupplies,
  accelerator: Accelerator,
): Pick<MachineSpec, 'arch' | 'accelerator' | 'bootImage' | 'initramfs' | 'kernelParameters'> {
  return { arch: x86_64, accelerator, bootImage: kernel.bootImage, initramfs: archive.path, kernelParameters };
}

function diskOf(path: string | undefined): DiskImage | undefined {
  return path === undefined ? undefined : { path, format: diskFormat(path) };
}
