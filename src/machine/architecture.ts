/** Properties of a guest architecture, as data; one file per architecture. */
export interface Architecture {
  /** QEMU's name, as in `qemu-system-NAME`. */
  readonly name: 'x86_64';
  /** Default of -machine. */
  readonly machineType: string;
  /** Default of -cpu under each accelerator. */
  readonly cpu: { readonly kvm: string; readonly tcg: string };
  /** The kernel's name for the serial console. */
  readonly console: string;
}

export const x86_64: Architecture = {
  name: 'x86_64',
  machineType: 'q35',
  cpu: { kvm: 'host', tcg: 'max' },
  console: 'ttyS0',
};
