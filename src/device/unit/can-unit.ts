import type { CanFrame, CanModel, CanPort } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { CanBus } from '../can/gs-usb.ts';
import type { ActiveFault } from '../fault/active-fault.ts';
import type { ExchangePassing } from '../fault/passing.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

const longestData = 8;

/** A node on the machine's CAN bus, which it acknowledges alone: instance → faults → log → bus. */
export class CanUnit extends DeviceUnit<CanModel> implements CanBus {
  readonly #device: { state: unknown };
  #tell: ((frame: CanFrame) => void) | undefined;
  #isOff = false;

  constructor(model: CanModel, options: UnitOptions) {
    const parts = { places: [], vectors: [], exchanges: ['received', 'sent'] };
    super(model, { bus: 'can', accesses: ['can-frame'], names: {}, ...parts }, options);
    const { controls, clock } = this.life;
    this.#device = { state: undefined, controls, clock, can: portOf((frame) => this.#send(frame)) } as {
      state: unknown;
    };
    this.#reset();
  }

  protected override get device(): object {
    return this.#device;
  }

  start(tell: (frame: CanFrame) => void): void {
    this.stop();
    this.#tell = tell;
    this.log.record({ kind: 'reset' });
    this.#reset();
  }

  stop(): void {
    this.#tell = undefined;
    this.#isOff = false;
    this.frames.restart();
  }

  send(frame: CanFrame, ended: (error: CanError | undefined) => void): void {
    if (this.#tell === undefined || this.#isOff) {
      ended('bus-off');
      return;
    }
    let told = false;
    const end = (error: CanError | undefined): void => {
      if (!told) ended(error);
      told = true;
    };
    this.frames.carry(passing('out', frame), Buffer.from(frame.data), {
      arrived: (data) => {
        end(undefined);
        this.life.guard('received', () => this.model.received?.(this.#device, { ...frame, data }));
      },
      lost: (hits) => end(this.#errorOf(hits)),
    });
  }

  /** Nobody acknowledges a frame that does not arrive. */
  #errorOf(hits: readonly ActiveFault[]): CanError {
    for (const {
      spec: { effect },
    } of hits) {
      if (effect.kind === 'error-frame') return effect.what;
      if (effect.kind === 'bus-off') {
        this.#isOff = true;
        return 'bus-off';
      }
    }
    return 'ack';
  }

  #send(frame: CanFrame): void {
    if (this.#tell === undefined || this.#isOff) return;
    this.frames.carry(passing('in', frame), Buffer.from(frame.data), {
      arrived: (data) => this.#tell?.({ ...frame, data }),
      lost: () => undefined,
    });
  }

  #reset(): void {
    this.life.restart();
    this.life.guard('state', () => {
      this.#device.state = this.model.state();
    });
    this.life.guard('reset', () => this.model.reset?.(this.#device));
  }
}

/** Named as the model sees it. */
function passing(direction: 'in' | 'out', { data }: CanFrame): ExchangePassing {
  return { kind: 'can-frame', name: direction === 'out' ? 'received' : 'sent', direction, length: data.length };
}

function portOf(send: (frame: CanFrame) => void): CanPort {
  return {
    send: (frame) => {
      const { id, data, isExtended = false, isRemote = false } = frame;
      const most = isExtended ? 0x1fff_ffff : 0x7ff;
      if (!Number.isInteger(id) || id < 0 || id > most)
        throw new RangeError(`can.send: expected an id up to 0x${most.toString(16)}, found ${id}`);
      if (data.length > (isRemote ? 0 : longestData))
        throw new RangeError(
          `can.send: expected ${isRemote ? 'no data in a remote frame' : `at most ${longestData} bytes`}, ` +
            `found ${data.length}`,
        );
      send({ ...frame, data: Uint8Array.from(data) });
    },
  };
}
