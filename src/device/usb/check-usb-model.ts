import { checkControls, checkName, checkNumber, refuseProblems } from '../definition/check-definition.ts';
import type { UsbModel } from './usb-definition.ts';
import type { UsbEndpoint, UsbSetting, UsbSpeed } from './usb-interface.ts';
import { bulkPackets, defaultSpeed, layOut, longestInterrupt, pollRange } from './usb-layout.ts';
import { completeCode } from './usb-setup.ts';

/** What exchanges of standard requests are called. */
export const controlName = 'control';

const speeds: readonly string[] = ['low', 'full', 'high', 'super'];
/** QEMU takes 32 interfaces, and all descriptors of a configuration are at most 64 KiB. */
const maxInterfaces = 32;
const maxConfigurationBytes = 0xffff;

/** @throws DefinitionError */
export function checkUsbModel(model: UsbModel): void {
  const problems = [
    ...checkIdentity(model),
    ...checkInterfaces(model),
    ...checkRequests(model),
    ...checkControls(model),
  ];
  refuseProblems(model, problems.length > 0 ? problems : [...checkWhole(model)]);
}

function* checkIdentity({ name, usb }: UsbModel): Iterable<string> {
  yield* checkName('name', name);
  yield* checkNumber('usb.vendor', usb.vendor, 0xffff);
  yield* checkNumber('usb.product', usb.product, 0xffff);
  yield* checkNumber('usb.class', usb.class ?? 0, 0xffffff);
  yield* checkNumber('usb.revision', usb.revision ?? 0, 0xffff);
  yield* checkNumber('usb.maxPowerMa', usb.maxPowerMa ?? 0, usb.speed === 'super' ? 900 : 500);
  if (!speeds.includes(usb.speed ?? defaultSpeed))
    yield `usb.speed: expected ${speeds.join(', ')}, found ${JSON.stringify(usb.speed)}`;
  for (const [what, text] of Object.entries(usb.strings ?? {}) as [string, unknown][])
    if (typeof text !== 'string' || text.length === 0 || text.length > 126)
      yield `usb.strings.${what}: expected text of 1 to 126 characters, found ${JSON.stringify(text)}`;
}

function* checkInterfaces({ interfaces, usb: { speed = defaultSpeed } }: UsbModel): Iterable<string> {
  const all = Object.entries(interfaces);
  if (all.length === 0 || all.length > maxInterfaces)
    yield `interfaces: expected 1 to ${maxInterfaces}, found ${all.length}`;
  const names = new Set<string>();
  const addresses = new Set<string>();
  for (const [name, face] of all) {
    yield* checkNumber(`interfaces.${name}.class`, face.class, 0xff);
    yield* checkNumber(`interfaces.${name}.subclass`, face.subclass ?? 0, 0xff);
    yield* checkNumber(`interfaces.${name}.protocol`, face.protocol ?? 0, 0xff);
    // Settings of one interface exclude each other, so they may share an address.
    const own = new Set<string>();
    for (const setting of [face, ...(face.alternates ?? [])]) {
      yield* checkDescriptors(name, setting);
      yield* checkEndpoints(setting, speed, [names, addresses, own]);
    }
    for (const address of own) addresses.add(address);
  }
}

function* checkEndpoints(
  { endpoints = {} }: UsbSetting,
  speed: UsbSpeed,
  [names, others, own]: readonly [Set<string>, ReadonlySet<string>, Set<string>],
): Iterable<string> {
  const here = new Set<string>();
  for (const [name, endpoint] of Object.entries(endpoints)) {
    yield* checkEndpoint(name, endpoint, speed);
    if (names.has(name)) yield `endpoint ${name}: two endpoints have this name`;
    names.add(name);
    const address = endpoint.in === undefined ? `out ${endpoint.out}` : `in ${endpoint.in}`;
    if (others.has(address) || here.has(address))
      yield `endpoint ${name}: another endpoint has the address ${address}, too`;
    here.add(address);
    own.add(address);
  }
}

/** Models may also be written in JavaScript, without type checks. */
function* checkEndpoint(name: string, endpoint: UsbEndpoint, speed: UsbSpeed): Iterable<string> {
  const what = `endpoint ${name}`;
  yield* checkName(what, name);
  if (name === controlName) yield `${what}: this name is taken by the control endpoint`;
  const { in: inward, out: outward } = endpoint as { readonly in?: unknown; readonly out?: unknown };
  const number = inward ?? outward;
  if ((inward === undefined) === (outward === undefined))
    yield `${what}: expected either in: NUMBER or out: NUMBER, found ${inward === undefined ? 'neither' : 'both'}`;
  else if (!Number.isInteger(number) || Number(number) < 1 || Number(number) > 15)
    yield `${what}: expected a number from 1 to 15, found ${String(number)}`;
  const { type } = endpoint as { readonly type?: unknown };
  if (type === 'isochronous' || type === 'iso')
    yield `${what}: isochronous endpoints are not there; the types are bulk and interrupt`;
  else if (type === 'bulk') yield* checkBulk(what, endpoint, speed);
  else if (type === 'interrupt') yield* checkInterrupt(what, endpoint, speed);
  else yield `${what}: expected a type of bulk or interrupt, found ${JSON.stringify(type)}`;
}

function* checkBulk(what: string, { packet, everyMs }: UsbEndpoint, speed: UsbSpeed): Iterable<string> {
  const sizes = bulkPackets[speed] as readonly number[] | undefined;
  if (sizes?.length === 0) yield `${what}: a low-speed device has no bulk endpoints`;
  else if (packet !== undefined && sizes?.includes(packet) === false)
    yield `${what}: expected a packet of ${sizes.join(', ')} bytes at ${speed} speed, found ${packet}`;
  if (everyMs !== undefined) yield `${what}: everyMs is for interrupt endpoints`;
}

function* checkInterrupt(what: string, { packet, everyMs }: UsbEndpoint, speed: UsbSpeed): Iterable<string> {
  const longest = (longestInterrupt[speed] as number | undefined) ?? 64;
  if (packet !== undefined && (!Number.isInteger(packet) || packet < 1 || packet > longest))
    yield `${what}: expected a packet of 1 to ${longest} bytes at ${speed} speed, found ${packet}`;
  const { min, max } = pollRange(speed);
  if (everyMs === undefined || !(everyMs >= min && everyMs <= max))
    yield `${what}: everyMs: expected ${min} to ${max} milliseconds at ${speed} speed, found ${everyMs ?? 'none'}`;
}

/** A driver walks from one descriptor to the next by their lengths. */
function* checkDescriptors(name: string, { descriptors = [] }: UsbSetting): Iterable<string> {
  for (const [index, given] of descriptors.entries()) {
    const what = `interfaces.${name}.descriptors[${index}]`;
    const bytes = typeof given === 'object' ? [...given] : [];
    if (bytes.length < 2 || bytes[0] !== bytes.length)
      yield `${what}: expected a list of bytes that begins with its length, found ${JSON.stringify(given)}`;
    if (bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 0xff))
      yield `${what}: expected bytes from 0 to 255`;
  }
}

function* checkRequests({ control, interfaces, received }: UsbModel): Iterable<string> {
  const endpoints = new Map(
    Object.values(interfaces)
      .flatMap((face) => [face, ...(face.alternates ?? [])])
      .flatMap(({ endpoints: own = {} }) => Object.entries(own)),
  );
  const seen = new Map<string, string>();
  for (const [name, request] of Object.entries(control)) {
    const what = `control.${name}`;
    yield* checkName(what, name);
    yield* checkNumber(`${what}.request`, request.request, 0xff);
    if (endpoints.has(name) || name === controlName) yield `${what}: an endpoint has this name, too`;
    if (request.in === undefined && request.out === undefined) yield `${what}: expected a handler in or out`;
    const { type, recipient } = completeCode(request);
    if (!['vendor', 'class', 'standard'].includes(type)) yield `${what}: expected a type of vendor, class or standard`;
    if (!['device', 'interface', 'endpoint', 'other'].includes(recipient))
      yield `${what}: expected a recipient of device, interface, endpoint or other`;
    for (const way of ['in', 'out'] as const) {
      if (request[way] === undefined) continue;
      const code = `${way} ${type} ${recipient} ${request.request}`;
      const other = seen.get(code);
      if (other !== undefined) yield `${what}: ${other} is the same request`;
      seen.set(code, name);
    }
  }
  for (const name of Object.keys(received)) {
    const endpoint = endpoints.get(name);
    if (endpoint === undefined) yield `received.${name}: no such endpoint`;
    else if (endpoint.in !== undefined) yield `received.${name}: this endpoint sends to the machine`;
  }
}

function* checkWhole(model: UsbModel): Iterable<string> {
  const bytes = layOut(model).reduce((sum, { descriptors, endpoints }) => {
    return sum + 9 + descriptors.length + endpoints.length * 13;
  }, 9);
  if (bytes > maxConfigurationBytes)
    yield `interfaces: expected descriptors of at most ${maxConfigurationBytes} bytes in all, found ${bytes}`;
}
