import { join } from 'node:path';
import type { AcceleratorChoice } from '../engine/accelerator.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import type { ProgressListener } from '../provision/provisioned.ts';

/** Turns provisioning progress into events of the run. */
export function provisionListener(listener: RunListener): ProgressListener {
  return (progress) => {
    switch (progress.kind) {
      case 'begin':
        listener({ kind: 'provision-begin', what: progress.what, activity: progress.activity });
        return;
      case 'end':
        listener({ kind: 'provision-end', what: progress.what, durationMs: progress.durationMs });
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
  const kernels = all.map(({ kernel }) => `${kernel.spec} → ${kernel.release}`);
  listener({ kind: 'fact', topic: 'QEMU', text: [...new Set(qemus)].join(', ') });
  listener({ kind: 'fact', topic: 'kernels', text: [...new Set(kernels)].join(', ') });
  const modules = new Set(
    all.flatMap(({ builds }) =>
      [...builds.values()].flatMap((build) => (build.kind === 'built' ? build.modules.map(baseName) : [])),
    ),
  );
  if (modules.size > 0) listener({ kind: 'fact', topic: 'modules', text: [...modules].join(', ') });
}

/** Reported once, with advice. */
export function announceAccelerator({ accelerator, reason, advice }: AcceleratorChoice, listener: RunListener): void {
  if (accelerator === 'kvm') {
    listener({ kind: 'fact', topic: 'speed', text: 'KVM' });
    return;
  }
  const facts = `TCG, software emulation: ${reason}. Tests run about 10 times slower; verdicts are the same.`;
  listener({ kind: 'fact', topic: 'speed', text: advice === undefined ? facts : `${facts} ${advice}` });
}

export interface BuildReport {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly listener: RunListener;
  readonly outDirectory: string;
}

/** Shows a failed build as the compiler wrote it, and keeps it with the results of its cell. */
export function reportBuildFailures({ plan, supplies, listener, outDirectory }: BuildReport): void {
  const shown = new Set<unknown>();
  for (const cell of plan.cells) {
    for (const [suite, build] of supplies.get(cell)?.builds ?? []) {
      if (build.kind !== 'failed') continue;
      writeFileAt(join(outDirectory, cell.id, suite.name, 'build.log'), `${build.command}\n${build.output}`);
      if (shown.has(build)) continue;
      shown.add(build);
      listener({
        kind: 'build-failed',
        suite: suite.name,
        kernel: cell.kernel.text,
        directory: build.directory,
        output: build.output,
      });
    }
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
