import type { RequestCode } from './usb-definition.ts';

/** The first packet of a control transfer. */
export interface UsbSetup {
  /** bmRequestType: bit 7 direction, bits 6 and 5 type, bits 4 to 0 recipient. */
  readonly requestType: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  readonly length: number;
}

const types = ['standard', 'class', 'vendor', 'reserved'] as const;
const recipients = ['device', 'interface', 'endpoint', 'other'] as const;

export function isIn({ requestType }: UsbSetup): boolean {
  return (requestType & 0x80) !== 0;
}

export function typeOf({ requestType }: UsbSetup): (typeof types)[number] {
  return types[(requestType >> 5) & 3] ?? 'reserved';
}

export function recipientOf({ requestType }: UsbSetup): (typeof recipients)[number] | undefined {
  return recipients[requestType & 0x1f];
}

/** A request with what was left to defaults. */
export function completeCode({ request, type = 'vendor', recipient }: RequestCode): Required<RequestCode> {
  return { request, type, recipient: recipient ?? (type === 'vendor' ? 'device' : 'interface') };
}

export function matches(setup: UsbSetup, code: RequestCode): boolean {
  const { request, type, recipient } = completeCode(code);
  return setup.request === request && typeOf(setup) === type && recipientOf(setup) === recipient;
}

/** bmRequestType of a request, in this direction. */
export function requestTypeOf(code: RequestCode, direction: 'in' | 'out'): number {
  const { type, recipient } = completeCode(code);
  return (direction === 'in' ? 0x80 : 0) | (types.indexOf(type) << 5) | recipients.indexOf(recipient);
}
