import type { UsbModel } from './usb-definition.ts';
import type { UsbIdentity, UsbSpeed } from './usb-interface.ts';
import { defaultSpeed, type LaidEndpoint, type LaidSetting, layOut } from './usb-layout.ts';

const kinds = {
  device: 1,
  configuration: 2,
  string: 3,
  interface: 4,
  endpoint: 5,
  bos: 15,
  capability: 16,
  companion: 48,
};
const endpointTypes = { bulk: 2, interrupt: 3 } as const;
const english = 0x0409;

/** What a device tells about itself. */
export interface UsbDescriptors {
  readonly device: Buffer;
  readonly configuration: Buffer;
  /** By index; the first one lists the languages. Absent: the device has no strings. */
  readonly strings: readonly Buffer[];
  /** Only at super speed. */
  readonly bos: Buffer | undefined;
}

/** The only configuration has this number. */
export const configurationValue = 1;

export function describe(model: UsbModel): UsbDescriptors {
  const { usb } = model;
  const speed = usb.speed ?? defaultSpeed;
  const { manufacturer, product, serial } = usb.strings ?? {};
  const texts = [manufacturer, product, serial].filter((text) => text !== undefined);
  return {
    device: deviceDescriptor(usb, speed, (text) => (text === undefined ? 0 : texts.indexOf(text) + 1)),
    configuration: configurationDescriptor(usb, speed, layOut(model)),
    strings:
      texts.length === 0 ? [] : [Buffer.from([4, kinds.string, ...word(english)]), ...texts.map(stringDescriptor)],
    bos: speed === 'super' ? bosDescriptor() : undefined,
  };
}

/** The longest packet of the control endpoint. */
export function controlPacket(speed: UsbSpeed): number {
  return { low: 8, full: 64, high: 64, super: 512 }[speed];
}

function deviceDescriptor(usb: UsbIdentity, speed: UsbSpeed, indexOf: (text: string | undefined) => number): Buffer {
  const { vendor, product, class: code = 0, revision = 0x0100, strings = {} } = usb;
  return Buffer.from([
    18,
    kinds.device,
    ...word(speed === 'super' ? 0x0300 : 0x0200),
    code >> 16,
    (code >> 8) & 0xff,
    code & 0xff,
    // At super speed this is a power of two.
    speed === 'super' ? Math.log2(controlPacket(speed)) : controlPacket(speed),
    ...word(vendor),
    ...word(product),
    ...word(revision),
    indexOf(strings.manufacturer),
    indexOf(strings.product),
    indexOf(strings.serial),
    1,
  ]);
}

function configurationDescriptor(usb: UsbIdentity, speed: UsbSpeed, settings: readonly LaidSetting[]): Buffer {
  const body = settings.flatMap((setting) => settingDescriptors(setting, speed));
  const powerUnitMa = speed === 'super' ? 8 : 2;
  return Buffer.from([
    9,
    kinds.configuration,
    ...word(9 + body.length),
    new Set(settings.map(({ number }) => number)).size,
    configurationValue,
    0,
    0x80 | (usb.isSelfPowered === true ? 0x40 : 0),
    Math.ceil((usb.maxPowerMa ?? 100) / powerUnitMa),
    ...body,
  ]);
}

function settingDescriptors(setting: LaidSetting, speed: UsbSpeed): readonly number[] {
  const { number, alternate, endpoints, subclass, protocol, descriptors } = setting;
  return [
    ...[9, kinds.interface, number, alternate, endpoints.length, setting.class, subclass, protocol, 0],
    ...descriptors,
    ...endpoints.flatMap((endpoint) => endpointDescriptors(endpoint, speed)),
  ];
}

function endpointDescriptors({ address, type, packet, interval }: LaidEndpoint, speed: UsbSpeed): readonly number[] {
  const endpoint = [7, kinds.endpoint, address, endpointTypes[type], ...word(packet), interval];
  if (speed !== 'super') return endpoint;
  return [...endpoint, 6, kinds.companion, 0, 0, ...word(type === 'interrupt' ? packet : 0)];
}

function stringDescriptor(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from([bytes.length + 2, kinds.string]), bytes]);
}

/** It also works at high speed, and has no power states of the link. */
function bosDescriptor(): Buffer {
  const usb2Extension = [7, kinds.capability, 2, 0, 0, 0, 0];
  const superSpeed = [10, kinds.capability, 3, 0, ...word(0b1110), 2, 0, ...word(0)];
  return Buffer.from([5, kinds.bos, ...word(22), 2, ...usb2Extension, ...superSpeed]);
}

function word(value: number): readonly [number, number] {
  return [value & 0xff, value >> 8];
}
