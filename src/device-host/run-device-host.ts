import type { Duplex } from 'node:stream';
import { readJsonLines } from '../host/json-lines.ts';
import { maxLineBytes, type HostFailure, type HostLine, type HostRequest } from './control-protocol.ts';
import { HostedDevice } from './hosted-device.ts';
import { loadModel } from './load-model.ts';

/**
 * The process of the models: does what the runner asks until it hangs up. A model that throws is told as an event, and its device reads
 * all ones; a request that cannot be done is answered with the reason.
 */
export function runDeviceHost(control: Duplex): void {
  const devices = new Map<string, HostedDevice>();
  const send = (line: HostLine): void => void control.write(`${JSON.stringify(line)}\n`);
  // One after the other: a device is there before it is asked for anything.
  let queue = Promise.resolve();
  readJsonLines(control, {
    maxBytes: maxLineBytes,
    onValue: (value) => {
      // The runner is ours; what it sends is what its types say.
      const request = value as HostRequest & { readonly id: number };
      queue = queue.then(async () => send(await answer(devices, request, send)));
    },
    onEnd: () => process.exit(0),
  });
}

async function answer(devices: Map<string, HostedDevice>, request: HostRequest & { readonly id: number }, send: (line: HostLine) => void): Promise<HostLine> {
  try {
    return { id: request.id, ok: await perform(devices, request, send) };
  } catch (error) {
    return { id: request.id, error: describe(error) };
  }
}

async function perform(devices: Map<string, HostedDevice>, request: HostRequest, send: (line: HostLine) => void): Promise<object> {
  if (request.do === 'create') {
    if (devices.has(request.device)) throw new Error(`there is a device ${request.device} already`);
    const made = await HostedDevice.create(request, send);
    devices.set(request.device, made);
    return { model: made.modelName };
  }
  if (request.do === 'examine') return { hasLine: (await loadModel(request.model)).interrupts.intx === true };
  const device = devices.get(request.device);
  if (device === undefined) throw new Error(`there is no device ${request.device}; ${devices.size === 0 ? 'there is none' : `there are ${[...devices.keys()].join(', ')}`}`);
  if (request.do !== 'destroy') return device.answer(request);
  devices.delete(request.device);
  device[Symbol.dispose]();
  return {};
}

function describe(thrown: unknown): HostFailure {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  return { message: thrown.message, ...(thrown.stack === undefined ? {} : { stack: thrown.stack }) };
}
