import type { Exchanged, OutcomeOf } from '../exchange/outcome.ts';
import type { ExchangePassing } from '../fault/passing.ts';
import { controlName } from '../usb/check-usb-model.ts';
import type { UsbDescriptors } from '../usb/descriptors.ts';
import type { EndpointCell } from '../usb/endpoint-cell.ts';
import { Turns } from '../usb/turns.ts';
import type { UsbModel } from '../usb/usb-definition.ts';
import { UsbInstance } from '../usb/usb-instance.ts';
import { layOut } from '../usb/usb-layout.ts';
import { isIn, type UsbSetup } from '../usb/usb-setup.ts';
import type { UsbState } from '../usb/usb-state.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

const nothing = Buffer.alloc(0);

/**
 * A USB device: instance → faults → log → a machine's transfers. An endpoint takes one transfer at a time, in order; a
 * transfer that the device does not answer stays until the machine cancels it.
 */
export class UsbUnit extends DeviceUnit<UsbModel> {
  readonly #instance: UsbInstance;
  readonly #turns = new Turns();

  constructor(model: UsbModel, options: UnitOptions) {
    const endpoints = [...layOut(model).flatMap((setting) => setting.endpoints.map(({ name }) => name)), controlName];
    const requests = Object.keys(model.control);
    super(
      model,
      {
        bus: 'usb',
        accesses: ['transfer'],
        names: { endpoint: endpoints, ...(requests.length === 0 ? {} : { request: requests }) },
        places: [],
        vectors: [],
        exchanges: [...endpoints, ...requests],
      },
      options,
    );
    this.#instance = new UsbInstance(model, this.life, (cell, bytes) => this.#noteDropped(cell, bytes));
  }

  get descriptors(): UsbDescriptors {
    return this.#instance.descriptors;
  }

  /** What the driver has chosen. */
  get state(): UsbState {
    return this.#instance.state;
  }

  protected override get device(): object {
    return this.#instance.device;
  }

  /** A reset of the port. What the machine waits for is not answered any more. */
  reset(): void {
    this.log.record({ kind: 'reset' });
    this.#turns.forget();
    this.#instance.reset();
  }

  /** A control transfer. `bytes`: what the machine sends; empty for `in`. */
  async carryControl(setup: UsbSetup, bytes: Buffer, cancelled: AbortSignal): Promise<Exchanged<'transfer'>> {
    const direction = isIn(setup) ? 'in' : 'out';
    const passing: ExchangePassing<'transfer'> = {
      kind: 'transfer',
      name: this.#instance.requestName(setup) ?? controlName,
      direction,
      length: direction === 'in' ? setup.length : bytes.length,
    };
    return await this.#turns.take(0, cancelled, async (turn) => {
      const seen = await this.path.carry(passing, bytes, (sent) =>
        turn.withModel(() => this.#instance.control(setup, sent)),
      );
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }

  /** A transfer to an endpoint. */
  async carryOut(address: number, bytes: Buffer, cancelled: AbortSignal): Promise<Exchanged<'transfer'>> {
    return await this.#turns.take(address, cancelled, async (turn) => {
      const cell = this.state.cellAt(address);
      if (cell === undefined || cell.isHalted) return { outcome: 'stall', bytes: nothing };
      const seen = await this.path.carry(passingOf(cell, bytes.length), bytes, (sent) =>
        turn.withModel(() => this.#instance.receive(cell, sent)),
      );
      if (seen.outcome === 'stall') cell.isHalted = true;
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }

  /**
   * A transfer from an endpoint, up to a number of bytes. A fault hits it when the endpoint has its data, so that the
   * faults count answers, and not how often a driver asks.
   */
  async carryIn(address: number, length: number, cancelled: AbortSignal): Promise<Exchanged<'transfer'>> {
    return await this.#turns.take(address, cancelled, async (turn) => {
      const cell = this.state.cellAt(address);
      if (cell === undefined) return { outcome: 'stall', bytes: nothing };
      await cell.answerable(length, cancelled);
      if (cancelled.aborted) return { outcome: 'cancelled', bytes: nothing };
      if (cell.isHalted) return { outcome: 'stall', bytes: nothing };
      const take = (): Exchanged<'transfer'> => cell.queue.take(length, cell.laid.packet);
      const seen = await this.path.carry(passingOf(cell, length), nothing, () => turn.withModel(take));
      if (seen.outcome === 'stall') cell.isHalted = true;
      // What the machine polls for comes once; of other transfers it asks for the answer again.
      const isLost = cell.laid.type === 'interrupt' && !turn.wasWithModel && !cancelled.aborted;
      if (isLost) take();
      if (isLost && seen.outcome === 'nak') return seen;
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }

  /** Brings what an interrupt endpoint has, for as long as the machine polls it. */
  async stream(address: number, cancelled: AbortSignal, bring: (seen: Exchanged<'transfer'>) => void): Promise<void> {
    const cell = this.state.cellAt(address);
    while (cell !== undefined && !isOver(cancelled)) {
      const seen = await this.carryIn(address, cell.laid.packet, cancelled);
      if (isOver(cancelled)) return;
      if (seen.outcome !== 'nak') bring(seen);
      await cell.cleared(cancelled);
    }
  }

  async #ending(
    outcome: OutcomeOf<'transfer'>,
    seen: Exchanged<'transfer'>,
    cancelled: AbortSignal,
  ): Promise<Exchanged<'transfer'>> {
    // With the link down nobody answers, which a controller takes for an error.
    if (outcome === 'gone' && !this.gate.isRemoved) return { outcome: 'io-error', bytes: nothing };
    if (outcome !== 'gone' && outcome !== 'nak') return seen;
    await aborted(cancelled);
    return { outcome: outcome === 'nak' ? 'cancelled' : outcome, bytes: nothing };
  }

  #noteDropped(cell: EndpointCell, bytes: Buffer): void {
    const what = `transfer ${cell.laid.name} (in, ${bytes.length} bytes)`;
    this.log.recordExchange({ what, outcome: 'dropped', bytes, tookUs: 0 });
  }
}

function passingOf({ laid: { name, direction } }: EndpointCell, length: number): ExchangePassing<'transfer'> {
  return { kind: 'transfer', name, direction, length };
}

/** It may change whenever something is awaited. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
