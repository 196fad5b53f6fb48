import type { LineControl } from '../board/device-line.ts';
import type { ModelLife } from '../instance/model-life.ts';
import { type CommandNames, otherExchange } from './spi-command.ts';
import type { SpiModel, SpiSetting } from './spi-definition.ts';

export interface SpiParts {
  readonly line: LineControl;
  readonly names: CommandNames;
  /** The lines of the device, as handlers see them. */
  readonly gpios: object;
}

/** An SPI model's device in one machine. */
export class SpiInstance {
  readonly #model: SpiModel;
  readonly #life: ModelLife;
  readonly #names: CommandNames;
  readonly #line: LineControl;
  /** What the model's handlers get. */
  readonly device: { state: unknown };

  constructor(model: SpiModel, life: ModelLife, { line, names, gpios }: SpiParts) {
    this.#model = model;
    this.#life = life;
    this.#line = line;
    this.#names = names;
    const interrupts = { raise: line.raise, lower: line.lower };
    const { controls, clock } = life;
    this.device = Object.seal({ state: undefined, controls, clock, interrupts, lines: gpios });
    this.reset();
  }

  nameOf(sent: Buffer): string {
    return this.#names.find(sent) ?? otherExchange;
  }

  /** What the device sends; nothing after the model has failed. */
  async exchange(sent: Buffer, setting: Omit<SpiSetting, 'command'>): Promise<Buffer> {
    const command = this.#names.find(sent);
    const during = `exchange ${command ?? otherExchange}`;
    const bytes = await this.#life.ask(during, async () =>
      checkBytes(await this.#model.exchange(this.device, sent, { command, ...setting })),
    );
    return bytes ?? Buffer.alloc(0);
  }

  reset(): void {
    this.#life.restart();
    this.#line.lower();
    this.#life.guard('state', () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard('reset', () => this.#model.reset?.(this.device));
  }
}

/** A model in JavaScript may return anything. @throws TypeError */
function checkBytes(given: unknown): Buffer {
  if (given instanceof Uint8Array) return Buffer.from(given);
  throw new TypeError(
    `exchange must return the bytes that the device sends (a Buffer), but it returned ${String(given)}`,
  );
}
