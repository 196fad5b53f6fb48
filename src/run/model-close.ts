import type { CloseReason } from '../device-host/vfio-user/connection.ts';

/** Why a device and its machine came apart. Undefined: as it should be. */
export function describeClose(reason: CloseReason): string | undefined {
  switch (reason.kind) {
    case 'peer-closed':
    case 'removed':
      return undefined;
    case 'protocol-error':
      return reason.detail;
    case 'peer-silent':
      return `QEMU did not answer a transfer for ${reason.afterMs / 1000} s`;
    case 'peer-does-not-read':
      return 'QEMU does not read what the device answers';
  }
}
