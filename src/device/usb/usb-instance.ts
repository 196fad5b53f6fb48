import type { Exchanged, OutcomeOf } from '../exchange/outcome.ts';
import type { ModelLife } from '../instance/model-life.ts';
import { describe, type UsbDescriptors } from './descriptors.ts';
import type { EndpointCell } from './endpoint-cell.ts';
import { answerStandard } from './standard-requests.ts';
import type { InControl, OutControl, UsbModel } from './usb-definition.ts';
import { isIn, matches, type UsbSetup } from './usb-setup.ts';
import { UsbState } from './usb-state.ts';

/** A USB model's device in one machine: its state, its endpoints, and the answers of its handlers. */
export class UsbInstance {
  readonly model: UsbModel;
  readonly descriptors: UsbDescriptors;
  readonly state: UsbState;
  /** What the model's handlers get. */
  readonly device: { state: unknown };
  readonly #life: ModelLife;

  /** `onDropped`: an endpoint's queue was full. */
  constructor(model: UsbModel, life: ModelLife, onDropped: (cell: EndpointCell, bytes: Buffer) => void) {
    this.model = model;
    this.#life = life;
    this.descriptors = describe(model);
    this.state = new UsbState(model);
    const endpoints = [...this.state.cells].map(([name, cell]) => [name, viewOf(cell, onDropped)] as const);
    this.device = {
      endpoints: Object.freeze(Object.fromEntries(endpoints)),
      state: undefined,
      controls: life.controls,
      clock: life.clock,
    } as { state: unknown };
    this.reset();
  }

  /** A reset of the port, and the start. */
  reset(): void {
    this.#life.restart();
    this.state.reset();
    this.#life.guard('state', () => {
      this.device.state = this.model.state();
    });
    this.#life.guard('reset', () => this.model.reset?.(this.device));
  }

  /** The model's own name of a request. Undefined: it does not declare it. */
  requestName(setup: UsbSetup): string | undefined {
    const way = isIn(setup) ? 'in' : 'out';
    return Object.entries(this.model.control).find(
      ([, request]) => request[way] !== undefined && matches(setup, request),
    )?.[0];
  }

  async control(setup: UsbSetup, bytes: Buffer): Promise<Exchanged<'transfer'>> {
    if (this.#life.crash !== undefined) return failed('io-error');
    const isSelfPowered = this.model.usb.isSelfPowered === true;
    const { descriptors, state } = this;
    const known = answerStandard(setup, { descriptors, state, isSelfPowered });
    if (known !== undefined) return { outcome: 'done', bytes: isIn(setup) ? known.subarray(0, setup.length) : bytes };
    const name = this.requestName(setup);
    if (name === undefined) return failed('stall');
    return isIn(setup) ? await this.#tell(name, setup) : await this.#be(name, setup, bytes);
  }

  /** The machine has sent this to an endpoint. */
  async receive({ laid: { name } }: EndpointCell, bytes: Buffer): Promise<Exchanged<'transfer'>> {
    const handler = this.model.received[name];
    const answer = await this.#ask(`received.${name}`, () => handler?.(this.device, bytes));
    return isOutcome(answer) ? failed(answer) : { outcome: 'done', bytes };
  }

  async #tell(name: string, { value, index, length }: UsbSetup): Promise<Exchanged<'transfer'>> {
    const handler = this.model.control[name]?.in;
    const answer = await this.#ask(`control.${name}`, async () => {
      const bytes = await handler?.(this.device, { value, index, length });
      return bytes === 'stall' ? bytes : Buffer.from(checkBytes(bytes)).subarray(0, length);
    });
    return isOutcome(answer) ? failed(answer) : { outcome: 'done', bytes: answer };
  }

  async #be(name: string, { value, index }: UsbSetup, bytes: Buffer): Promise<Exchanged<'transfer'>> {
    const handler = this.model.control[name]?.out;
    const answer = await this.#ask(`control.${name}`, () => handler?.(this.device, { value, index, bytes }));
    return isOutcome(answer) ? failed(answer) : { outcome: 'done', bytes };
  }

  /** The result of a handler, or how the transfer ends without one: the model has crashed, or was reset meanwhile. */
  async #ask<T>(during: string, call: () => T | Promise<T>): Promise<T | OutcomeOf<'transfer'>> {
    const answer = await this.#life.ask(during, async () => ({ given: await call() }));
    if (answer !== undefined) return answer.given;
    return this.#life.crash === undefined ? 'cancelled' : 'io-error';
  }
}

function isOutcome(answer: unknown): answer is OutcomeOf<'transfer'> {
  return answer === 'stall' || answer === 'cancelled' || answer === 'io-error';
}

function failed(outcome: OutcomeOf<'transfer'>): Exchanged<'transfer'> {
  return { outcome, bytes: Buffer.alloc(0) };
}

/** A model in JavaScript may return anything. @throws TypeError */
function checkBytes(given: unknown): Uint8Array | readonly number[] {
  if (given instanceof Uint8Array || Array.isArray(given)) return given as Uint8Array | readonly number[];
  throw new TypeError(`expected bytes or 'stall' as the answer to a request, found ${typeof given}`);
}

function viewOf(
  cell: EndpointCell,
  onDropped: (cell: EndpointCell, bytes: Buffer) => void,
): Partial<InControl> & OutControl {
  const halt = (): void => {
    cell.isHalted = true;
  };
  if (cell.laid.direction === 'out') return Object.freeze({ halt });
  return Object.freeze({
    halt,
    send: (bytes: Uint8Array, { more = false }: { readonly more?: boolean } = {}) => {
      const isQueued = cell.send(bytes, !more);
      if (!isQueued) onDropped(cell, Buffer.from(bytes));
      return isQueued;
    },
    get queued() {
      return cell.queue.transfers;
    },
    flush: () => cell.queue.flush(),
  });
}
