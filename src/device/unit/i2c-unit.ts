import { DeviceLine, lineVectorName, type LinePort } from '../board/device-line.ts';
import type { OutcomeOf } from '../exchange/outcome.ts';
import { distort } from '../exchange/exchange-path.ts';
import type { ActiveFault } from '../fault/active-fault.ts';
import { describePassing, type ExchangePassing } from '../fault/passing.ts';
import { type DeviceGpios, gpioParts } from '../gpio/device-gpios.ts';
import { addressText, type I2cTarget } from '../i2c/i2c-bus.ts';
import type { I2cModel } from '../i2c/i2c-definition.ts';
import { I2cInstance } from '../i2c/i2c-instance.ts';
import { endedAs, type I2cMessage, type I2cOutcome, type I2cResult } from '../i2c/i2c-message.ts';
import { hasPlaces } from '../register/pointed-register.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

const nothing = Buffer.alloc(0);

/** The last message, which may be a read that goes on. */
interface Current {
  readonly passing: ExchangePassing<'message'>;
  readonly hits: readonly ActiveFault[];
  /** How many bytes the machine has of it. */
  got: number;
}

/** An I2C device at its address of a bus: instance → faults → log → bus. */
export class I2cUnit extends DeviceUnit<I2cModel> implements I2cTarget {
  readonly id: string;
  readonly address: number;
  readonly gpios: DeviceGpios;
  readonly #instance: I2cInstance;
  readonly #line: DeviceLine;
  #current: Current | undefined;
  /** Counts stops: what began before one is not carried out after it. */
  #stops = 0;

  /** `id`: for error messages; absent: the model's name. */
  constructor(model: I2cModel, options: UnitOptions, id = model.name) {
    const registers = [...Object.keys(model.registers), ...Object.keys(model.memory)];
    const hasLine = model.i2c.interrupt !== undefined;
    const lines = gpioParts(model);
    super(
      model,
      {
        bus: 'i2c',
        accesses: ['message', ...(hasLine ? (['interrupt'] as const) : []), ...lines.accesses],
        names: { ...(hasPlaces(model) ? { register: registers } : {}), ...lines.names },
        places: [{ registers: model.registers, memory: model.memory }],
        vectors: hasLine ? [lineVectorName] : [],
        exchanges: hasPlaces(model) ? [] : [addressText(model.i2c.address)],
        lines: lines.lines,
      },
      options,
    );
    this.id = id;
    this.address = model.i2c.address;
    this.gpios = this.makeGpios(model);
    this.#instance = new I2cInstance(model, this.life, {
      onAccess: (kind, spans, bytes) => this.counter.access(kind, spans, bytes),
      lines: this.gpios.view,
    });
    this.#line = new DeviceLine({ gate: this.gate, log: this.log, coverage: this.counter, after: this.clock.after });
    this.#instance.connectLine((isActive) => (isActive ? this.#line.raise() : this.#line.lower()));
  }

  /** For a bus with interrupts: the line at which the device is. */
  connect(port: LinePort): void {
    this.#line.connect(port);
  }

  get holdsLow(): boolean {
    return this.faults.all.some(
      ({ spec, hasFired, isCleared }) => spec.effect.kind === 'stuck-low' && hasFired && !isCleared,
    );
  }

  readonly message = async (message: I2cMessage): Promise<I2cResult> => {
    const sent = message.direction === 'out' ? message.bytes : undefined;
    const name = this.#instance.nameOf(sent) ?? addressText(this.address);
    const length = message.direction === 'out' ? message.bytes.length : message.length;
    const passing: ExchangePassing<'message'> = { kind: 'message', name, direction: message.direction, length };
    const stops = this.#stops;
    this.#current = undefined;
    let refused: I2cOutcome = 'nak-address';
    const { outcome, bytes } = await this.path.carry(passing, sent ?? nothing, async (arrived, hits) => {
      // A stretch may have outlived the transaction.
      if (stops !== this.#stops) return { outcome: 'cancelled', bytes: nothing };
      const answer =
        sent === undefined
          ? await this.#instance.read(length)
          : await this.#instance.write(arrived.subarray(0, acknowledgedBytes(hits)));
      const isWhole = answer !== 'nak' && answer.length >= length;
      // The machine gave up while the model took its time. What it was to be sent does not get there.
      if (stops !== this.#stops && !(isWhole && sent !== undefined))
        return { outcome: 'cancelled', bytes: answer === 'nak' ? nothing : answer };
      if (answer === 'nak') return { outcome: 'nak', bytes: nothing };
      if (sent === undefined) this.#current = { passing, hits, got: length };
      else refused = 'nak-byte';
      return { outcome: isWhole ? 'done' : 'nak', bytes: answer };
    });
    return { outcome: onWire(outcome, refused), bytes };
  };

  readonly more = async (length: number): Promise<I2cResult> => {
    const current = this.#current;
    if (current === undefined || this.gate.isClosed) return endedAs('nak-address');
    const startedUs = this.nowUs();
    const plain = await this.#instance.more(length);
    // Faults count the bytes of the message, and this is a part of it.
    const bytes =
      current.hits.length === 0
        ? plain
        : distort(Buffer.concat([Buffer.alloc(current.got), plain]), current.hits).subarray(current.got);
    current.got += length;
    this.counter.moreOfExchange(current.passing.name, length);
    const what = `${describePassing(current.passing)}, ${length} more`;
    this.log.recordExchange({ what, outcome: 'done', bytes, tookUs: this.nowUs() - startedUs });
    return { outcome: 'done', bytes };
  };

  readonly stop = (): void => {
    this.#stops++;
    this.#instance.stop();
  };

  protected override get device(): object {
    return this.#instance.device;
  }
}

/** How many bytes a fault lets the device acknowledge. */
function acknowledgedBytes(hits: readonly ActiveFault[]): number | undefined {
  const refused = hits.flatMap(({ spec: { effect } }) =>
    effect.kind === 'nak' && effect.byte !== undefined ? [effect.byte - 1] : [],
  );
  return refused.length === 0 ? undefined : Math.min(...refused);
}

/** `refused`: what a `nak` is. */
function onWire(outcome: OutcomeOf<'message'>, refused: I2cOutcome): I2cOutcome {
  switch (outcome) {
    case 'done':
    case 'arbitration-lost':
    case 'bus-error':
    case 'stuck-low':
      return outcome;
    case 'nak':
      return refused;
    case 'gone':
      return 'nak-address';
    case 'cancelled':
      return 'abandoned';
  }
}
