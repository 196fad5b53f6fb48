import {
  blockProperties,
  mebibyte,
  messageProperties,
  most32,
  most64,
  networkProperties,
  pciProperties,
  usbProperties,
  virtioProperties,
} from './common-properties.ts';
import {
  type AllowedDriver,
  type DriverTable,
  number,
  onOff,
  onOffAuto,
  type PropertyRules,
  size,
  text,
} from './property-rule.ts';

const plain: AllowedDriver = { bus: 'pci', properties: pciProperties };
const { ioeventfd, ...virtioInput } = virtioProperties;
const input: AllowedDriver = { bus: 'pci', properties: { ...virtioInput, serial: text(64) } };
const sound: AllowedDriver = { ...plain, backing: { kind: 'audio', properties: ['audiodev'] } };
const audio: AllowedDriver = { bus: 'pci', properties: { ...pciProperties, msi: onOffAuto, old_msi_addr: onOff } };

/** A test device's BAR and an image's memory use the host's memory, hence the limits. */
const testDevice: PropertyRules = { ...pciProperties, membar: size(0, 32 * mebibyte), 'membar-backed': onOff };
const pixels = number(0, 16_000);
const display: PropertyRules = {
  ...pciProperties,
  edid: onOff,
  refresh_rate: number(0, 360_000),
  vgamem: size(2 * mebibyte, 32 * mebibyte),
  xmax: pixels,
  xres: pixels,
  ymax: pixels,
  yres: pixels,
};
const balloon: PropertyRules = {
  ...virtioProperties,
  'deflate-on-oom': onOff,
  'free-page-reporting': onOff,
  'page-poison': onOff,
};
const random: PropertyRules = { ...virtioProperties, 'max-bytes': number(1, most64 >> 1n), period: number(1, most32) };

/** Everything except network cards, storage and USB. */
export const otherDrivers: DriverTable = [
  ['virtio-balloon-pci', { bus: 'pci', canVanish: true, properties: balloon }],
  ['virtio-rng-pci', { bus: 'pci', canVanish: true, properties: random }],
  ['virtio-keyboard-pci', input],
  ['virtio-mouse-pci', input],
  ['virtio-tablet-pci', input],
  ['virtio-multitouch-pci', input],
  ['bochs-display', { bus: 'pci', properties: display }],
  ['intel-hda', audio],
  ['ich9-intel-hda', audio],
  ['ivshmem-plain', { ...plain, backing: { kind: 'memory', properties: ['memdev'] } }],
  ['ctucan_pci', { ...plain, backing: { kind: 'can', properties: ['canbus0', 'canbus1'] } }],
  ['kvaser_pci', { ...plain, backing: { kind: 'can', properties: ['canbus'] } }],
  ['AC97', sound],
  ['ES1370', sound],
  ['tpci200', plain],
  ['i6300esb', plain],
  ['pvpanic-pci', { bus: 'pci', properties: { ...pciProperties, events: number(0, 7) } }],
];

/** Devices that are made for tests. */
export const testDrivers: DriverTable = [
  ['edu', { bus: 'pci', canVanish: true, properties: { ...pciProperties, dma_mask: number(0, most64) } }],
  ['pci-testdev', { bus: 'pci', canVanish: true, properties: testDevice }],
];

const xhci: PropertyRules = {
  ...pciProperties,
  ...messageProperties,
  'conditional-intr-mapping': onOff,
  p2: number(1, 15),
  p3: number(1, 15),
  streams: onOff,
};
const disk: PropertyRules = { ...usbProperties, ...blockProperties, removable: onOff };
const device: AllowedDriver = { bus: 'below', properties: usbProperties };
const versioned: AllowedDriver = { bus: 'below', properties: { ...usbProperties, usb_version: number(1, 2) } };

/** USB controllers and USB devices. */
export const usbDrivers: DriverTable = [
  ['qemu-xhci', { bus: 'pci', properties: xhci }],
  ['nec-usb-xhci', { bus: 'pci', properties: { ...xhci, intrs: number(1, 16), slots: number(1, 64) } }],
  ['usb-ehci', { bus: 'pci', properties: { ...pciProperties, maxframes: number(8, 512) } }],
  ['usb-kbd', versioned],
  ['usb-mouse', versioned],
  ['usb-tablet', versioned],
  ['usb-wacom-tablet', device],
  ['usb-hub', { bus: 'below', properties: { ...usbProperties, ports: number(1, 8), 'port-power': onOff } }],
  ['usb-ccid', device],
  ['usb-net', { bus: 'below', properties: { ...usbProperties, ...networkProperties } }],
  ['usb-bot', device],
  ['usb-uas', device],
  ['usb-storage', { bus: 'below', disk: 'reporting', properties: disk }],
];
