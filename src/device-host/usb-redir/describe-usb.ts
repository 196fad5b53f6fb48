import { controlPacket } from '../../device/usb/descriptors.ts';
import type { UsbIdentity, UsbSpeed } from '../../device/usb/usb-interface.ts';
import { defaultSpeed, type LaidSetting } from '../../device/usb/usb-layout.ts';

const speeds: Readonly<Record<UsbSpeed, number>> = { low: 0, full: 1, high: 2, super: 3 };
const endpointTypes = { control: 0, bulk: 2, interrupt: 3, none: 255 } as const;

/** Tables have room for so many interfaces, and for so many endpoints: 16 that receive, then 16 that send. */
const places = 32;

/** The body of device_connect. */
export function connectBody({
  vendor,
  product,
  speed = defaultSpeed,
  class: code = 0,
  revision = 0x0100,
}: UsbIdentity): Buffer {
  const body = Buffer.alloc(10);
  body.writeUInt8(speeds[speed], 0);
  body.writeUIntBE(code, 1, 3);
  body.writeUInt16LE(vendor, 4);
  body.writeUInt16LE(product, 6);
  body.writeUInt16LE(revision, 8);
  return body;
}

/** The body of interface_info: the chosen setting of each interface. */
export function interfacesBody(chosen: readonly LaidSetting[]): Buffer {
  const body = Buffer.alloc(4 + 4 * places);
  body.writeUInt32LE(chosen.length, 0);
  for (const [at, setting] of chosen.entries())
    for (const [column, value] of [setting.number, setting.class, setting.subclass, setting.protocol].entries())
      body.writeUInt8(value, 4 + column * places + at);
  return body;
}

/** The body of ep_info. Without a configuration there is only the control endpoint. */
export function endpointsBody(chosen: readonly LaidSetting[], isConfigured: boolean, speed: UsbSpeed): Buffer {
  const body = Buffer.alloc(5 * places);
  body.fill(endpointTypes.none, 0, places);
  const put = (address: number, type: number, packet: number, [interval, face]: readonly [number, number]): void => {
    const at = ((address & 0x80) >> 3) | (address & 0x0f);
    body.writeUInt8(type, at);
    body.writeUInt8(interval, places + at);
    body.writeUInt8(face, 2 * places + at);
    body.writeUInt16LE(packet, 3 * places + 2 * at);
  };
  put(0, endpointTypes.control, controlPacket(speed), [0, 0]);
  put(0x80, endpointTypes.control, controlPacket(speed), [0, 0]);
  if (!isConfigured) return body;
  for (const { number, endpoints } of chosen)
    for (const { address, type, packet, interval } of endpoints)
      put(address, endpointTypes[type], packet, [interval, number]);
  return body;
}
