import { accessSync, constants, readFileSync } from 'node:fs';

/** Whether KVM looks usable on this host. Only booting a guest on it proves that it works. */
export type KvmState =
  | { readonly kind: 'promising' }
  | { readonly kind: 'unusable'; readonly reason: string; readonly advice: string };

export interface KvmPlaces {
  readonly device: string;
  readonly cpuInfo: string;
}

const linuxPlaces: KvmPlaces = { device: '/dev/kvm', cpuInfo: '/proc/cpuinfo' };

/** Checks the device, its permissions and the processor's flags. */
export function probeKvm(places: KvmPlaces = linuxPlaces): KvmState {
  const denied = accessError(places.device);
  if (denied === 'ENOENT') {
    return {
      kind: 'unusable',
      reason: `no ${places.device}`,
      advice:
        'Enable virtualisation in the firmware, or nested virtualisation for this machine; in a container ' +
        'pass --device /dev/kvm.',
    };
  }
  if (denied !== undefined) {
    return {
      kind: 'unusable',
      reason: `${places.device} may not be opened by this user (${denied})`,
      advice:
        `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo ` +
        'tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger ' +
        '--name-match=kvm. Elsewhere: add the user to the group kvm.',
    };
  }
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync(places.cpuInfo, 'utf8'))) {
    return {
      kind: 'unusable',
      reason:
        `${places.device} exists, but the processor offers no virtualisation (no vmx or svm in ` + `${places.cpuInfo})`,
      advice: 'Enable nested virtualisation for this machine, or use a host with virtualisation.',
    };
  }
  return { kind: 'promising' };
}

function accessError(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
