import { architectureOf } from '../architecture/architectures.ts';
import { type KvmState, probeKvm } from '../host/kvm.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Cell } from '../plan/plan.ts';
import { hostsOwn } from '../provision/apt/host-architecture.ts';
import { ProvisionError } from '../provision/provisioned.ts';

/** The accelerator, and why it was chosen. The results contain the reason. */
export interface AcceleratorChoice {
  readonly accelerator: Accelerator;
  readonly reason: string;
  /** How to get a faster one. */
  readonly advice: string | undefined;
  /** KVM was not requested but looks usable: if a boot on it does not reach the agent, TCG is tried. */
  readonly fallsBack: boolean;
  /** A guest has booted on it in this run. */
  readonly isProven?: true;
  /** How the guest on KVM ended, when a boot has shown that it does not work. */
  readonly detail?: string;
}

/** @throws ProvisionError when KVM was requested and cannot work */
export function chooseAccelerator(asked: 'auto' | 'kvm' | 'tcg', kvm: KvmState = probeKvm()): AcceleratorChoice {
  if (asked === 'tcg')
    return { accelerator: 'tcg', reason: 'asked for with --accel tcg', advice: undefined, fallsBack: false };
  if (kvm.kind === 'promising') {
    return asked === 'kvm'
      ? { accelerator: 'kvm', reason: 'asked for with --accel kvm', advice: undefined, fallsBack: false }
      : { accelerator: 'kvm', reason: 'KVM works here', advice: undefined, fallsBack: true };
  }
  if (asked === 'kvm') throw new ProvisionError(`--accel kvm: ${kvm.reason}`, { hint: kvm.advice });
  return { accelerator: 'tcg', reason: kvm.reason, advice: kvm.advice, fallsBack: false };
}

/** Whether no processor of this host runs the guests of a cell. */
export function isForeign({ arch }: Pick<Cell, 'arch'>): boolean {
  return arch !== hostsOwn().name;
}

/**
 * The choice for a plan. KVM runs guests of the host's own architecture only; all others are emulated. @throws
 * ProvisionError when KVM was requested and cannot work
 */
export function acceleratorForCells(
  asked: 'auto' | 'kvm' | 'tcg',
  cells: readonly Cell[],
  kvm: KvmState = probeKvm(),
): AcceleratorChoice {
  const foreign = cells.filter(isForeign);
  const [first] = foreign;
  if (first === undefined) return chooseAccelerator(asked, kvm);
  const words = `KVM runs guests of this host's architecture only: ${hostsOwn().debian}`;
  if (asked === 'kvm') {
    const message = `--accel kvm: ${first.kernel.text} is for ${architectureOf(first.arch).debian}. ${words}.`;
    throw new ProvisionError(message, { hint: 'Leave out --accel: others are emulated' });
  }
  if (asked === 'tcg' || foreign.length < cells.length) return chooseAccelerator(asked, kvm);
  return { accelerator: 'tcg', reason: words, advice: undefined, fallsBack: false };
}

/** The choice when a boot reached the agent on TCG but not on KVM. */
export function fallBack(detail: string): AcceleratorChoice {
  return {
    accelerator: 'tcg',
    reason: `KVM is available, but a guest on it did not reach the test agent: ${detail}`,
    advice: 'Nested virtualisation is often the cause. --accel tcg skips the attempt.',
    fallsBack: false,
    detail,
  };
}

const minuteMs = 60_000;

/** The choice when the same was found out by an earlier run, not long ago. */
export function failedBefore(detail: string, agoMs: number): AcceleratorChoice {
  const minutes = Math.floor(agoMs / minuteMs);
  const ago = minutes < 1 ? 'just now' : minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  return {
    accelerator: 'tcg',
    reason: `KVM is available, but a guest on it did not reach the test agent ${ago}: ${detail}`,
    advice: 'Nested virtualisation is often the cause. KVM is tried again after an hour, or at once with --fresh.',
    fallsBack: false,
  };
}
