import {
  blockProperties,
  messageProperties,
  networkProperties,
  pciProperties,
  usbProperties,
} from './common-properties.ts';
import type { AllowedDriver, DriverTable } from './driver.ts';
import { number, onOff, type PropertyRules } from './property-rule.ts';

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

/** USB controllers, and what is plugged into them. */
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
