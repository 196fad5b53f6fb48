/** A device that `hw plug` may bring into a machine: it is emulated in QEMU, and touches nothing of the host. */
export interface AllowedDriver {
  /** `pci`: goes into a slot of its own; `below`: QEMU finds the bus that it goes on, which must be there. */
  readonly bus: 'pci' | 'below';
  /** Stores blocks: needs `disk=SIZE`. `reporting`: has to be told to report errors to the guest; the others do it by themselves. */
  readonly disk?: 'reporting' | 'plain';
  /** Whether QEMU survives that it vanishes while it is in use: `hw remove`. */
  readonly canVanish?: true;
}

const pci: AllowedDriver = { bus: 'pci' };
const vanishing: AllowedDriver = { bus: 'pci', canVanish: true };
const below: AllowedDriver = { bus: 'below' };

/** Everything that can be plugged, by QEMU's name of it. */
export const allowedDrivers: ReadonlyMap<string, AllowedDriver> = new Map([
  ['edu', vanishing],
  ['pci-testdev', vanishing],
  // Network. Without a network behind it, a card still has a link, registers, rings and interrupts.
  ['e1000', vanishing],
  ['e1000e', vanishing],
  ['igb', vanishing],
  ['rtl8139', vanishing],
  ['pcnet', pci],
  ['ne2k_pci', pci],
  ['i82551', pci],
  ['i82557b', pci],
  ['i82559er', pci],
  ['vmxnet3', pci],
  ['tulip', pci],
  ['virtio-net-pci', vanishing],
  // Storage, and what storage is plugged into.
  ['virtio-blk-pci', { bus: 'pci', disk: 'reporting', canVanish: true }],
  ['nvme', { bus: 'pci', disk: 'plain', canVanish: true }],
  ['virtio-scsi-pci', pci],
  ['ich9-ahci', pci],
  ['megasas', pci],
  ['megasas-gen2', pci],
  ['mptsas1068', pci],
  ['lsi53c895a', pci],
  ['lsi53c810', pci],
  ['am53c974', pci],
  ['dc390', pci],
  ['pvscsi', pci],
  ['scsi-hd', { bus: 'below', disk: 'reporting' }],
  ['sdhci-pci', pci],
  // USB.
  ['qemu-xhci', pci],
  ['nec-usb-xhci', pci],
  ['usb-ehci', pci],
  ['usb-kbd', below],
  ['usb-mouse', below],
  ['usb-tablet', below],
  ['usb-wacom-tablet', below],
  ['usb-hub', below],
  ['usb-ccid', below],
  ['usb-net', below],
  ['usb-bot', below],
  ['usb-uas', below],
  ['usb-storage', { bus: 'below', disk: 'reporting' }],
  // Everything else.
  ['virtio-balloon-pci', vanishing],
  ['virtio-rng-pci', vanishing],
  ['virtio-keyboard-pci', pci],
  ['virtio-mouse-pci', pci],
  ['virtio-tablet-pci', pci],
  ['virtio-multitouch-pci', pci],
  ['bochs-display', pci],
  ['intel-hda', pci],
  ['ich9-intel-hda', pci],
  ['tpci200', pci],
  ['i6300esb', pci],
  ['pvpanic-pci', pci],
]);
