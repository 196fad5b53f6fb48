import { number, onOff, onOffAuto, type PropertyRules, size, text } from './property-rule.ts';

// Properties that many drivers share. The lists contain no property that refers to something else in QEMU (a file, a
// backend, a socket, another device), or that makes QEMU print, stop or allocate memory without limit.

const kibibyte = 1024;
export const mebibyte = 1024 ** 2;
export const most16 = 0xffff;
export const most32 = 0xffff_ffff;
export const most64 = 0xffff_ffff_ffff_ffffn;

/** For every PCI device. */
export const pciProperties: PropertyRules = {
  addr: { kind: 'form', form: /^[0-9a-f]{1,2}(\.[0-7])?$/i, example: '06.0' },
  multifunction: onOff,
  rombar: number(0, 1),
  'acpi-index': number(1, 16_383),
};

/** For a network card. */
export const networkProperties: PropertyRules = {
  mac: { kind: 'form', form: /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i, example: '52:54:00:12:34:56' },
};

/** For every virtio device on PCI. */
export const virtioProperties: PropertyRules = {
  ...pciProperties,
  'disable-legacy': onOffAuto,
  'disable-modern': onOff,
  'modern-pio-notify': onOff,
  'page-per-vq': onOff,
  aer: onOff,
  any_layout: onOff,
  ats: onOff,
  event_idx: onOff,
  in_order: onOff,
  indirect_desc: onOff,
  ioeventfd: onOff,
  iommu_platform: onOff,
  notify_on_empty: onOff,
  packed: onOff,
  queue_reset: onOff,
  vectors: number(0, 64),
};

/** For block devices. The disk, and what happens on errors, are not up to the guest. */
export const blockProperties: PropertyRules = {
  serial: text(20),
  logical_block_size: size(512, 4 * kibibyte),
  physical_block_size: size(512, 64 * kibibyte),
  min_io_size: size(0, 32 * kibibyte),
  opt_io_size: size(0, 16 * mebibyte),
  discard_granularity: size(0, 16 * mebibyte),
  'write-cache': onOffAuto,
};

/** For every USB device; `pcap` would write a file on the host. */
export const usbProperties: PropertyRules = {
  serial: text(64),
  port: { kind: 'form', form: /^\d{1,2}(\.\d{1,2}){0,4}$/, example: '1.2' },
  'msos-desc': onOff,
};

/** For an adapter with message-signalled interrupts. */
export const messageProperties: PropertyRules = { msi: onOffAuto, msix: onOffAuto };
