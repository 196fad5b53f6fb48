import { join } from 'node:path';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import { parseKernelSpec } from './kernel-spec.ts';
import type { SpecParse } from './plan-problem.ts';
import type { KernelSpec, QemuSpec } from './plan.ts';
import { parseQemuSpec } from './qemu-spec.ts';

/** The parsed `info/kernel` and `info/qemu`; undefined when the suite does not name one. */
export interface SuiteSpecs {
  readonly kernel: KernelSpec | undefined;
  readonly qemu: QemuSpec | undefined;
  /** Used by `check`, which makes no plan, and by `run`. */
  readonly problems: readonly SuiteProblem[];
}

export function parseSuiteSpecs(suite: Suite): SuiteSpecs {
  const kernel = suite.kernel === undefined ? undefined : parseKernelSpec(suite.kernel, suite.directory);
  const qemu = suite.qemu === undefined ? undefined : parseQemuSpec(suite.qemu, suite.directory);
  return {
    kernel: kernel?.kind === 'spec' ? kernel.spec : undefined,
    qemu: qemu?.kind === 'spec' ? qemu.spec : undefined,
    problems: [...problemIn(suite, 'kernel', kernel), ...problemIn(suite, 'qemu', qemu)],
  };
}

function problemIn(
  suite: Suite,
  field: 'kernel' | 'qemu',
  parsed: SpecParse<unknown> | undefined,
): readonly SuiteProblem[] {
  if (parsed?.kind !== 'problem') return [];
  // The file holds one value, usually on line 1.
  return [{ file: join(suite.directory, 'info', field), line: 1, ...parsed.problem }];
}
