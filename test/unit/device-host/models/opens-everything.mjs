import { execFileSync } from 'node:child_process';
import { defineDevice } from 'qemu-driver-test/device';

// Leaves no descriptor for anybody else: from now on only the first four may be open, and they are.
execFileSync('prlimit', [`--pid=${process.pid}`, '--nofile=4']);

export default defineDevice({ name: 'greedy', pci: { vendor: 1, device: 2, class: 0x118000 }, bars: {} });
