import { most16, most32, networkProperties, pciProperties, virtioProperties } from './common-properties.ts';
import {
  type AllowedDriver,
  type DriverTable,
  number,
  onOff,
  onOffAuto,
  type PropertyRule,
  type PropertyRules,
} from './property-rule.ts';

const card: AllowedDriver = { bus: 'pci', properties: { ...pciProperties, ...networkProperties } };
const vanishingCard: AllowedDriver = { ...card, canVanish: true };

/** The features that a virtio card offers its driver. */
const offers = [
  'csum',
  'ctrl_guest_offloads',
  'ctrl_mac_addr',
  'ctrl_rx',
  'ctrl_rx_extra',
  'ctrl_vlan',
  'ctrl_vq',
  'gso',
  'guest_announce',
  'guest_csum',
  'guest_ecn',
  'guest_rsc_ext',
  'guest_tso4',
  'guest_tso6',
  'guest_tunnel',
  'guest_tunnel_csum',
  'guest_ufo',
  'guest_uso4',
  'guest_uso6',
  'hash',
  'host_ecn',
  'host_tso4',
  'host_tso6',
  'host_tunnel',
  'host_tunnel_csum',
  'host_ufo',
  'host_uso',
  'mq',
  'mrg_rxbuf',
  'rss',
  'status',
];
const hashes = ['ipv4', 'ipv6', 'ipv6ex', 'tcp4', 'tcp6', 'tcp6ex', 'udp4', 'udp6', 'udp6ex'].map(
  (kind) => `hash-${kind}`,
);

const virtioNet: PropertyRules = {
  ...virtioProperties,
  ...networkProperties,
  ...each(offers, onOff),
  ...each(hashes, onOffAuto),
  host_mtu: number(0, most16),
  rsc_interval: number(0, most32),
  rx_queue_size: number(256, 1024),
  speed: number(-1, 0x7fff_ffff),
  duplex: { kind: 'choice', of: ['half', 'full'] },
  tx: { kind: 'choice', of: ['timer', 'bh'] },
};

function each(names: readonly string[], rule: PropertyRule): PropertyRules {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

const e1000e: PropertyRules = {
  ...card.properties,
  'init-vet': onOff,
  disable_vnet_hdr: number(0, 1),
  subsys: number(0, most16),
  subsys_ven: number(0, most16),
};

/** Without a network behind it, a card still has a link, registers, rings and interrupts. */
export const networkDrivers: DriverTable = [
  ['e1000', { ...vanishingCard, properties: { ...card.properties, 'init-vet': onOff } }],
  ['e1000e', { ...vanishingCard, properties: e1000e }],
  ['igb', vanishingCard],
  ['rtl8139', vanishingCard],
  ['pcnet', card],
  ['ne2k_pci', card],
  ['i82551', card],
  ['i82557b', card],
  ['i82559er', card],
  ['vmxnet3', card],
  ['tulip', card],
  ['virtio-net-pci', { bus: 'pci', canVanish: true, properties: virtioNet }],
];
