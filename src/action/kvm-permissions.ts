import { findProgram } from '../host/environment.ts';
import { type KvmPlaces, type KvmState, probeKvm } from '../host/kvm.ts';
import { runCommand } from '../host/process/command.ts';

/** The rule that GitHub's documentation gives for its hosted runners. */
const rule = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"';

export interface KvmRepair {
  /** The file for the rule. */
  readonly ruleFile: string;
  /** Absent: the facts of this host. */
  readonly places?: KvmPlaces;
}

const onThisHost: KvmRepair = { ruleFile: '/etc/udev/rules.d/99-qemu-driver-test-kvm.rules' };

/** The device exists, but this user may not open it. */
export function isRepairable(state: KvmState): boolean {
  return state.kind === 'unusable' && /may not be opened by this user/.test(state.reason);
}

/**
 * Opens /dev/kvm to the job's user by a udev rule, if sudo needs no password. Hosted runners are made for this; on a
 * self-hosted machine `kvm-permissions: leave` prevents it. @returns the state of KVM afterwards
 */
export async function repairKvm(signal: AbortSignal, { ruleFile, places }: KvmRepair = onThisHost): Promise<KvmState> {
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['sudo', '-n', 'sh', '-c', 'printf "%s\\n" "$1" > "$2"', 'sh', rule, ruleFile],
    ['sudo', '-n', 'udevadm', 'control', '--reload-rules'],
    ['sudo', '-n', 'udevadm', 'trigger', '--settle', '--name-match=kvm'],
  ];
  if (findProgram('sudo') !== undefined) {
    for (const step of steps) {
      const { exitCode } = await runCommand(step, { signal });
      if (exitCode !== 0) break;
    }
  }
  return probeKvm(places);
}
