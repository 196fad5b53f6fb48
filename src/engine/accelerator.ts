import { type KvmState, probeKvm } from '../host/kvm.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import { ProvisionError } from '../provision/provisioned.ts';

/** Which accelerator, and why: the reason stands in the results. */
export interface AcceleratorChoice {
  readonly accelerator: Accelerator;
  readonly reason: string;
  /** What to do to get a faster one. */
  readonly advice: string | undefined;
  /** KVM was not asked for but looks good: when a boot does not reach the agent on it, TCG is tried. */
  readonly fallsBack: boolean;
}

/** @throws ProvisionError when KVM was demanded and cannot work. */
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

/** After a boot that did not reach the agent on KVM, and did on TCG. */
export function fallBack(detail: string): AcceleratorChoice {
  return {
    accelerator: 'tcg',
    reason: `KVM is here, but a guest on it did not reach the test agent: ${detail}`,
    advice: 'Nested virtualisation is often the cause; --accel tcg saves the attempt.',
    fallsBack: false,
  };
}
