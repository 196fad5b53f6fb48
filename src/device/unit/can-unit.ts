import type { CanNode, HeardFrame } from '../can/can-bus.ts';
import type { CanFrame, CanModel, CanPort } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { ActiveFault } from '../fault/active-fault.ts';
import type { ExchangePassing } from '../fault/passing.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

const longestData = 8;

/** A node on a CAN bus: instance → faults → log → bus. */
export class CanUnit extends DeviceUnit<CanModel> implements CanNode {
  readonly #device: { state: unknown };
  #toBus: ((frame: CanFrame) => void) | undefined;

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

  start(send: (frame: CanFrame) => void): void {
    this.stop();
    this.#toBus = send;
    this.log.record({ kind: 'reset' });
    this.#reset();
  }

  stop(): void {
    this.#toBus = undefined;
    this.frames.restart();
  }

  hear(frame: CanFrame): HeardFrame {
    let tell: (hasIt: boolean) => void = () => undefined;
    const { lostTo, go, destroy } = this.frames.judge(passing('out', frame), Buffer.from(frame.data), {
      arrived: (data) => {
        tell(true);
        this.life.guard('received', () => this.model.received?.(this.#device, { ...frame, data }));
      },
      lost: () => tell(false),
    });
    const take = (told: (hasIt: boolean) => void): void => {
      tell = told;
      go();
    };
    return { error: lostTo === undefined ? undefined : errorOf(lostTo), take, destroy };
  }

  #send(frame: CanFrame): void {
    if (this.#toBus === undefined) return;
    this.frames.carry(passing('in', frame), Buffer.from(frame.data), {
      arrived: (data) => this.#toBus?.({ ...frame, data }),
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

/** Nobody acknowledges a frame that does not arrive. */
function errorOf(faults: readonly ActiveFault[]): CanError {
  for (const {
    spec: { effect },
  } of faults) {
    if (effect.kind === 'error-frame') return effect.what;
    if (effect.kind === 'bus-off') return 'bus-off';
  }
  return 'ack';
}

/** Named as the model sees it. */
function passing(direction: 'in' | 'out', { data }: CanFrame): ExchangePassing<'can-frame'> {
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
