import { viewOf } from '../instance/device-view.ts';
import type { ModelLife } from '../instance/model-life.ts';
import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
import type { I2cDirection, I2cModel } from './i2c-definition.ts';
import { hasPlaces } from '../register/pointed-register.ts';
import { PointerMap } from '../register/pointer-map.ts';
import { type OnAccess, RegisterMap } from '../register/register-map.ts';
import { ByteHandler } from './byte-handler.ts';
import { MessageHandler } from './message-handler.ts';

/** The device's interrupt line, if it is on a bus with interrupts. */
export type SetLine = (isActive: boolean) => void;

export interface I2cParts {
  readonly onAccess: OnAccess;
  readonly lines: object;
}

/** An I2C model's device in one machine: its registers and state. No message of a machine makes it throw. */
export class I2cInstance {
  /** What the model's handlers get. */
  readonly device: { state: unknown };
  readonly #model: I2cModel;
  readonly #life: ModelLife;
  readonly #behaviour: I2cBehaviour;
  #setLine: SetLine | undefined;
  /** Counts the ends of transactions. */
  #stops = 0;

  /** `lines`: of the device, as handlers see them. */
  constructor(model: I2cModel, life: ModelLife, { onAccess, lines }: I2cParts) {
    this.#model = model;
    this.#life = life;
    const map = new PointerMap(model);
    this.device = this.#makeDevice(map, lines);
    const parts = { model, life, device: this.device };
    if (hasPlaces(model)) this.#behaviour = new RegisterMap({ ...parts, map, onAccess });
    else this.#behaviour = model.transfer === undefined ? new ByteHandler(parts) : new MessageHandler(parts);
    this.reset();
  }

  connectLine(setLine: SetLine): void {
    this.#setLine = setLine;
  }

  /** `sent`: the bytes of a write; undefined: a read. */
  nameOf(sent: Buffer | undefined): string | undefined {
    return this.#behaviour.nameOf(sent);
  }

  async write(bytes: Buffer): Promise<DeviceAnswer> {
    return (await this.#isThere('out')) ? await this.#behaviour.write(bytes) : 'nak';
  }

  async read(length: number): Promise<DeviceAnswer> {
    return (await this.#isThere('in')) ? await this.#behaviour.read(length) : 'nak';
  }

  async more(length: number): Promise<Buffer> {
    return this.#life.crash === undefined ? await this.#behaviour.more(length) : Buffer.alloc(length, 0xff);
  }

  stop(): void {
    this.#stops++;
    this.#behaviour.stop?.();
    this.#life.guard('stop', () => this.#model.stop?.(this.device));
  }

  /** As at power-on. */
  reset(): void {
    this.#life.restart();
    this.#behaviour.reset();
    this.#life.guard('state', () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard('reset', () => this.#model.reset?.(this.device));
  }

  async #isThere(direction: I2cDirection): Promise<boolean> {
    const { acknowledges } = this.#model;
    if (acknowledges === undefined) return this.#life.crash === undefined;
    const stops = this.#stops;
    const isThere = await this.#life.ask('acknowledges', () => acknowledges(this.device, direction));
    // The machine may have given up meanwhile.
    return isThere === true && stops === this.#stops;
  }

  #makeDevice(map: PointerMap, lines: object): { state: unknown } {
    return {
      ...viewOf(map),
      state: undefined,
      controls: this.#life.controls,
      clock: this.#life.clock,
      lines,
      interrupts: {
        raise: () => this.#setLine?.(true),
        lower: () => this.#setLine?.(false),
      },
    } as { state: unknown };
  }
}
