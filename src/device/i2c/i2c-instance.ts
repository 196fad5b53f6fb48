import { viewOf } from '../instance/device-view.ts';
import type { ModelLife } from '../instance/model-life.ts';
import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
import type { I2cModel } from './i2c-definition.ts';
import { PointerMap } from '../register/pointer-map.ts';
import { type OnAccess, RegisterMap } from '../register/register-map.ts';
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

  /** `lines`: of the device, as handlers see them. */
  constructor(model: I2cModel, life: ModelLife, { onAccess, lines }: I2cParts) {
    this.#model = model;
    this.#life = life;
    const map = new PointerMap(model);
    this.device = this.#makeDevice(map, lines);
    const parts = { model, life, device: this.device };
    this.#behaviour =
      model.transfer === undefined ? new RegisterMap({ ...parts, map, onAccess }) : new MessageHandler(parts);
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
    return this.#isThere() ? await this.#behaviour.write(bytes) : 'nak';
  }

  async read(length: number): Promise<DeviceAnswer> {
    return this.#isThere() ? await this.#behaviour.read(length) : 'nak';
  }

  async more(length: number): Promise<Buffer> {
    return this.#life.crash === undefined ? await this.#behaviour.more(length) : Buffer.alloc(length, 0xff);
  }

  stop(): void {
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

  #isThere(): boolean {
    let isThere = this.#life.crash === undefined;
    const { acknowledges } = this.#model;
    if (acknowledges !== undefined)
      this.#life.guard('acknowledges', () => {
        isThere = isThere && acknowledges(this.device);
      });
    return isThere && this.#life.crash === undefined;
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
