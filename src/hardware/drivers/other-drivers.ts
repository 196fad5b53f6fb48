import { mebibyte, most32, most64, pciProperties, virtioProperties } from './common-properties.ts';
import type { AllowedDriver, DriverTable } from './driver.ts';
import { number, onOff, onOffAuto, size, text, type PropertyRules } from './property-rule.ts';

const plain: AllowedDriver = { bus: 'pci', properties: pciProperties };
const { ioeventfd, ...virtioInput } = virtioProperties;
const input: AllowedDriver = { bus: 'pci', properties: { ...virtioInput, serial: text(64) } };
const audio: AllowedDriver = { bus: 'pci', properties: { ...pciProperties, msi: onOffAuto, old_msi_addr: onOff } };

/** A BAR of a test device and a picture's memory are memory of the host, hence their bounds. */
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

/** Everything that is neither a network card, nor storage, nor USB. */
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
  ['tpci200', plain],
  ['i6300esb', plain],
  ['pvpanic-pci', { bus: 'pci', properties: { ...pciProperties, events: number(0, 7) } }],
];

/** Devices that are made for tests. */
export const testDrivers: DriverTable = [
  ['edu', { bus: 'pci', canVanish: true, properties: { ...pciProperties, dma_mask: number(0, most64) } }],
  ['pci-testdev', { bus: 'pci', canVanish: true, properties: testDevice }],
];
