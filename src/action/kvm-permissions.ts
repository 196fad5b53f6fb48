import { findProgram } from '../host/environment.ts';
import { type KvmPlaces, type KvmState, probeKvm } from '../host/kvm.ts';
import { runCommand } from '../host/process/command.ts';

/** What GitHub's own documentation gives for its hosted runners. */
const rule = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"';

export interface KvmRepair {
  /** Gets the rule. */
  readonly ruleFile: string;
  /** Absent: those of this host. */
  readonly places?: KvmPlaces;
}

const onThisHost: KvmRepair = { ruleFile: '/etc/udev/rules.d/99-qemu-driver-test-kvm.rules' };

/** The device is there, only this user may not open it. */
export function isRepairable(state: KvmState): boolean {
  return state.kind === 'unusable' && /may not be opened by this user/.test(state.reason);
}

/**
 * Opens /dev/kvm to this job's user by a udev rule, where sudo asks for no password. What a hosted runner is for; on a
 * machine of one's own `kvm-permissions: leave` forbids it.
 * @returns how KVM looks afterwards
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
