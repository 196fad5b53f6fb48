import type { FailedBoot } from '../diagnose/boot-failure.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { MachineShape } from '../plan/plan.ts';
import { memoryNeededMiB } from '../provision/kernel/memory-need.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import { shellJoin } from '../text/shell-quote.ts';

/** What was booted. */
export interface Booted {
  readonly kernel: KernelImage;
  /** All forms of the kernel that were started, with the same end. */
  readonly tried: readonly KernelImage['bootFormat'][];
  readonly machine: MachineShape;
  /** Absolute path. */
  readonly initramfs: string;
  readonly deadlineMs: number;
}

/** The facts that explain a failed boot, and the options that could help. */
export function factsOfBoot({
  kernel,
  tried,
  machine,
  initramfs,
  deadlineMs,
}: Booted): Pick<FailedBoot, 'kernel' | 'memory' | 'advice'> {
  const { spec, release, modulesDirectory, modulesSought = [] } = kernel;
  const givenMiB = memoryMiB([machine.args]);
  return {
    kernel: { spec, release, tried, modulesDirectory, modulesSought },
    memory: { givenMiB, neededMiB: memoryNeededMiB(kernel, initramfs) },
    advice: {
      moreMemory: machineOption(machine, withMemory(machine.args, moreMiB(givenMiB))),
      earlyLines: machineOption(machine, [...machine.args, '-append', 'earlyprintk=ttyS0']),
      longerBoot: `--boot-timeout ${Math.ceil((2 * deadlineMs) / 1000)}`,
    },
  };
}

/** Whether a kernel cannot be loaded into a machine's memory, in whatever form. `initramfs`: its absolute path. */
export function exceedsMemory(kernel: KernelImage, initramfs: string, machine: MachineShape): boolean {
  return (memoryNeededMiB(kernel, initramfs) ?? 0) > memoryMiB([machine.args]);
}

const leastMiB = 256;

/** The next power of two that is at least twice as much, and enough for a distribution's kernel. */
export function moreMiB(givenMiB: number): number {
  return Math.max(leastMiB, 2 ** Math.ceil(Math.log2(2 * givenMiB)));
}

/** The same arguments with another `-m`, which stays in its place. */
export function withMemory(args: readonly string[], sizeMiB: number): readonly string[] {
  const size = `${sizeMiB}M`;
  const at = args.findLastIndex((argument) => argument === '-m' || argument === '--m');
  return at < 0 ? [...args, '-m', size] : args.with(at + 1, size);
}

function machineOption({ name }: MachineShape, args: readonly string[]): string {
  return `--machine ${shellJoin([`${name}=${shellJoin(args)}`])}`;
}
