import { openSync } from 'node:fs';
import { defineDevice } from 'qemu-driver-test/device';

// Leaves no descriptor for anybody else.
try {
  for (;;) openSync('/dev/null');
} catch {
  // That was the last.
}

export default defineDevice({ name: 'greedy', pci: { vendor: 1, device: 2, class: 0x118000 }, bars: {} });
