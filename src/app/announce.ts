import type { AcceleratorChoice } from '../engine/accelerator.ts';
import { defaultBootDeadlineMs, emulationFactor, usesDefaultDeadline } from '../engine/boot-deadlines.ts';
import { compilerOf } from '../engine/cell-builds.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { memoryOfFlavours } from '../plan/kernel-flavours.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import type { KernelImage, ProgressListener } from '../provision/provisioned.ts';
import { shortKernelSpec } from '../text/short-spec.ts';

/** Turns provisioning progress into events of the run. */
export function provisionListener(listener: RunListener): ProgressListener {
  return (progress) => {
    switch (progress.kind) {
      case 'begin':
        listener({ kind: 'provision-begin', what: progress.what, activity: progress.activity });
        return;
      case 'end':
        listener({ ...progress, kind: 'provision-end' });
        return;
      case 'step':
        listener({ ...progress, kind: 'provision-step' });
        return;
      case 'fact':
        listener({ ...progress, topic: 'kernels' });
        return;
      case 'warning':
        listener(progress);
    }
  };
}

/** Reports the exact versions in use, so that the log shows what was tested. */
export function announceSupplies(supplies: ReadonlyMap<Cell, CellSupplies>, listener: RunListener): void {
  const all = [...supplies.values()];
  const qemus = all.map(({ qemu }) => `${qemu.version} (${qemu.spec})`);
  const kernels = [...supplies]
    .filter(([, { missing }]) => missing === undefined)
    .map(([cell, { kernel }]) => `${shortKernelSpec(kernel.spec)} → ${kernelWords(kernel, cell)}`);
  listener({ kind: 'fact', topic: 'QEMU', text: [...new Set(qemus)].join(', ') });
  listener({ kind: 'fact', topic: 'kernels', text: [...new Set(kernels)].join(', ') });
  const modules = new Set(
    all.flatMap(({ builds }) =>
      [...builds.values()].flatMap((build) => (build.kind === 'built' ? build.modules.map(baseName) : [])),
    ),
  );
  if (modules.size > 0) listener({ kind: 'fact', topic: 'modules', text: [...modules].join(', ') });
  const compilers = [...new Set(all.map(compilerOf))].filter((compiler) => compiler !== undefined);
  if (compilers.length > 0) listener({ kind: 'fact', topic: 'compiler', text: compilers.join(', ') });
}

/** The release; for a kernel of a checkout its commit; and the memory, if the kernel is why it is not the usual one. */
function kernelWords({ release, resolved, commit, imageReason }: KernelImage, { kernel, machine }: Cell): string {
  const needed = kernel.kind === 'source' ? memoryOfFlavours(kernel.flavours) : undefined;
  const isRaised = needed !== undefined && machine.args.includes(`${needed}M`);
  return [
    release,
    ...(resolved === undefined ? [] : [`(${resolved.slice(resolved.indexOf('@') + 1)})`]),
    ...(commit === undefined ? [] : [`(${commit})`]),
    ...(imageReason === undefined ? [] : ['(started by its bzImage)']),
    ...(isRaised ? [`with ${needed} MiB of memory`] : []),
  ].join(' ');
}

/** Reported once, with advice. */
export function announceAccelerator(
  { accelerator, reason, advice }: AcceleratorChoice,
  plan: Plan,
  listener: RunListener,
): void {
  if (accelerator === 'kvm') {
    listener({ kind: 'fact', topic: 'speed', text: 'KVM' });
    return;
  }
  const longer = usesDefaultDeadline(plan)
    ? ` A boot may take ${defaultBootDeadlineMs('tcg') / 1000} s, ${emulationFactor} times as long as with KVM.`
    : '';
  const facts = `TCG, software emulation: ${reason}. Tests run about 10 times slower; verdicts are the same.${longer}`;
  listener({ kind: 'fact', topic: 'speed', text: advice === undefined ? facts : `${facts} ${advice}` });
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
