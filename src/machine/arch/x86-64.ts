import type { Architecture } from './architecture.ts';

export const x86_64: Architecture = {
  name: 'x86_64',
  machineType: 'q35',
  cpu: { kvm: 'host', tcg: 'max' },
  console: 'ttyS0',
};
