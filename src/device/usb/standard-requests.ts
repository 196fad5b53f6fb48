import type { UsbDescriptors } from './descriptors.ts';
import { isIn, recipientOf, typeOf, type UsbSetup } from './usb-setup.ts';
import type { UsbState } from './usb-state.ts';

const requests = {
  getStatus: 0,
  clearFeature: 1,
  setFeature: 3,
  getDescriptor: 6,
  getConfiguration: 8,
  setConfiguration: 9,
  getInterface: 10,
  setInterface: 11,
  setSel: 48,
  setIsochronousDelay: 49,
} as const;

const endpointHalt = 0;

export interface StandardDevice {
  readonly descriptors: UsbDescriptors;
  readonly state: UsbState;
  readonly isSelfPowered: boolean;
}

const nothing = Buffer.alloc(0);

/** Answers a standard request. Undefined: the device does not know it. */
export function answerStandard(setup: UsbSetup, device: StandardDevice): Buffer | undefined {
  if (typeOf(setup) !== 'standard') return undefined;
  switch (recipientOf(setup)) {
    case 'device':
      return isIn(setup) ? tellOfDevice(setup, device) : setDevice(setup, device);
    case 'interface':
      return isIn(setup) ? tellOfInterface(setup, device) : setInterface(setup, device);
    case 'endpoint':
      return onEndpoint(setup, device);
    case 'other':
    case undefined:
      return undefined;
  }
}

function tellOfDevice({ request, value }: UsbSetup, device: StandardDevice): Buffer | undefined {
  switch (request) {
    case requests.getStatus:
      return Buffer.from([device.isSelfPowered ? 1 : 0, 0]);
    case requests.getDescriptor:
      return descriptorOf(value >> 8, value & 0xff, device.descriptors);
    case requests.getConfiguration:
      return Buffer.from([device.state.configuration]);
    default:
      return undefined;
  }
}

function descriptorOf(kind: number, index: number, descriptors: UsbDescriptors): Buffer | undefined {
  switch (kind) {
    case 1:
      return descriptors.device;
    case 2:
      return index === 0 ? descriptors.configuration : undefined;
    case 3:
      return descriptors.strings[index];
    case 15:
      return descriptors.bos;
    default:
      return undefined;
  }
}

/** Power states of a super-speed link are accepted, and change nothing. */
function setDevice({ request, value }: UsbSetup, { state, descriptors }: StandardDevice): Buffer | undefined {
  if (request === requests.setConfiguration) return state.configure(value & 0xff) ? nothing : undefined;
  const isSuper = descriptors.bos !== undefined;
  const isLinkPower =
    request === requests.setSel ||
    request === requests.setIsochronousDelay ||
    ((request === requests.setFeature || request === requests.clearFeature) && (value === 48 || value === 49));
  return isSuper && isLinkPower ? nothing : undefined;
}

function tellOfInterface({ request, index }: UsbSetup, { state }: StandardDevice): Buffer | undefined {
  const alternate = state.alternate(index & 0xff);
  if (alternate === undefined) return undefined;
  if (request === requests.getStatus) return Buffer.from([0, 0]);
  return request === requests.getInterface ? Buffer.from([alternate]) : undefined;
}

function setInterface({ request, value, index }: UsbSetup, { state }: StandardDevice): Buffer | undefined {
  return request === requests.setInterface && state.choose(index & 0xff, value) ? nothing : undefined;
}

function onEndpoint(setup: UsbSetup, { state }: StandardDevice): Buffer | undefined {
  const { request, value, index } = setup;
  const cell = state.cellAt(index & 0x8f);
  const isControl = (index & 0x0f) === 0;
  if (request === requests.getStatus && isIn(setup) && (isControl || cell !== undefined))
    return Buffer.from([cell?.isHalted === true ? 1 : 0, 0]);
  const isHalt = (request === requests.setFeature || request === requests.clearFeature) && value === endpointHalt;
  if (isIn(setup) || !isHalt) return undefined;
  if (cell !== undefined) cell.isHalted = request === requests.setFeature;
  return cell === undefined && !isControl ? undefined : nothing;
}
