import {
  blockProperties,
  messageProperties,
  most16,
  most64,
  pciProperties,
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

const adapter: AllowedDriver = { bus: 'pci', properties: pciProperties };
const geometry: PropertyRules = { cyls: number(1, 65_535), heads: number(1, 255), secs: number(1, 255) };

const virtioBlk: PropertyRules = {
  ...virtioProperties,
  ...blockProperties,
  ...geometry,
  'config-wce': onOff,
  discard: onOff,
  'max-discard-sectors': number(1, 4_194_303),
  'max-write-zeroes-sectors': number(1, 4_194_303),
  'num-queues': number(1, 16),
  'queue-size': number(4, 1024),
  'report-discard-granularity': onOff,
  'request-merging': onOff,
  'seg-max-adjust': onOff,
  'write-zeroes': onOff,
};

/** The controller's memory buffer uses the host's memory, hence its limit. */
const nvme: PropertyRules = {
  ...pciProperties,
  ...blockProperties,
  model: text(40),
  'firmware-version': text(8),
  aerl: number(0, 255),
  aer_max_queued: number(0, 64),
  cmb_size_mb: number(0, 32),
  'legacy-cmb': onOff,
  dbcs: onOff,
  ioeventfd: onOff,
  max_ioqpairs: number(1, 64),
  mdts: number(1, 10),
  mqes: number(1, 2047),
  msix_qsize: number(1, 65),
  'msix-exclusive-bar': onOff,
  ocp: onOff,
  smart_critical_warning: number(0, 0xff),
  'use-intel-id': onOff,
  vsl: number(1, 10),
};

const virtioScsi: PropertyRules = {
  ...virtioProperties,
  cmd_per_lun: number(1, 1024),
  hotplug: onOff,
  max_sectors: number(1, 65_535),
  num_queues: number(1, 16),
  param_change: onOff,
  seg_max_adjust: onOff,
  virtqueue_size: number(4, 1024),
};

const megasas: PropertyRules = {
  ...pciProperties,
  ...messageProperties,
  hba_serial: text(64),
  max_cmds: number(1, 1008),
  max_sge: number(1, 80),
  sas_address: number(0, most64),
  use_jbod: onOff,
};

const scsiDisk: PropertyRules = {
  ...blockProperties,
  ...geometry,
  channel: number(0, 255),
  'scsi-id': number(0, 255),
  lun: number(0, 255),
  device_id: text(64),
  dpofua: onOff,
  max_io_size: size(512, 0x7fff_ffff),
  max_unmap_size: size(512, 1024 ** 3),
  port_index: number(0, most16),
  port_wwn: number(0, most64),
  product: text(16),
  quirk_mode_page_set_block_size: onOff,
  quirk_mode_page_vendor_specific_apple: onOff,
  removable: onOff,
  rotation_rate: number(0, most16),
  scsi_version: number(0, 6),
  vendor: text(8),
  ver: text(4),
  wwn: number(0, most64),
};

const sdhci: PropertyRules = {
  ...pciProperties,
  capareg: number(0, most64),
  maxcurr: number(0, most64),
  'sd-spec-version': number(2, 3),
  uhs: number(0, 0xff),
};

/** Storage devices, and the adapters for them. */
export const storageDrivers: DriverTable = [
  ['virtio-blk-pci', { bus: 'pci', disk: 'reporting', canVanish: true, properties: virtioBlk }],
  ['nvme', { bus: 'pci', disk: 'plain', canVanish: true, properties: nvme }],
  ['virtio-scsi-pci', { bus: 'pci', properties: virtioScsi }],
  ['ich9-ahci', adapter],
  ['megasas', { bus: 'pci', properties: megasas }],
  ['megasas-gen2', { bus: 'pci', properties: megasas }],
  ['mptsas1068', { bus: 'pci', properties: { ...pciProperties, msi: onOffAuto, sas_address: number(0, most64) } }],
  ['lsi53c895a', adapter],
  ['lsi53c810', adapter],
  ['am53c974', adapter],
  ['dc390', adapter],
  ['pvscsi', { bus: 'pci', properties: { ...pciProperties, use_msg: number(0, 1) } }],
  ['scsi-hd', { bus: 'below', disk: 'reporting', properties: scsiDisk }],
  ['sdhci-pci', { bus: 'pci', properties: sdhci }],
];
