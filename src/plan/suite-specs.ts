import { join } from 'node:path';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import { parseDiskSpec } from './disk-spec.ts';
import type { DiskSpec, KernelSpec, QemuSpec } from './plan.ts';
import { parseKernelSpec } from './kernel-spec.ts';
import type { SpecParse } from './plan-problem.ts';
import { parseQemuSpec } from './qemu-spec.ts';

/** The parsed `info/kernel`, `info/qemu` and `info/disk-image`; undefined when the suite does not name one. */
export interface SuiteSpecs {
  readonly kernel: KernelSpec | undefined;
  readonly qemu: QemuSpec | undefined;
  readonly diskImage: DiskSpec | undefined;
  /** Used by `check`, which makes no plan, and by `run`. */
  readonly problems: readonly SuiteProblem[];
}

export function parseSuiteSpecs(suite: Suite): SuiteSpecs {
  const kernel = suite.kernel === undefined ? undefined : parseKernelSpec(suite.kernel, suite.directory);
  const qemu = suite.qemu === undefined ? undefined : parseQemuSpec(suite.qemu, suite.directory);
  const disk = suite.diskImage === undefined ? undefined : parseDiskSpec(suite.diskImage, suite.directory);
  return {
    kernel: kernel?.kind === 'spec' ? kernel.spec : undefined,
    qemu: qemu?.kind === 'spec' ? qemu.spec : undefined,
    diskImage: disk?.kind === 'spec' ? disk.spec : undefined,
    problems: [
      ...problemIn(suite, 'kernel', kernel),
      ...problemIn(suite, 'qemu', qemu),
      ...problemIn(suite, 'disk-image', disk),
    ],
  };
}

function problemIn(
  suite: Suite,
  field: 'kernel' | 'qemu' | 'disk-image',
  parsed: SpecParse<unknown> | undefined,
): readonly SuiteProblem[] {
  if (parsed?.kind !== 'problem') return [];
  // The file holds one value, usually on line 1.
  return [{ file: join(suite.directory, 'info', field), line: 1, ...parsed.problem }];
}
