import type { LineControl } from '../board/device-line.ts';
import { viewOf } from '../instance/device-view.ts';
import type { ModelLife } from '../instance/model-life.ts';
import { PointerMap } from '../register/pointer-map.ts';
import { type OnAccess, RegisterMap } from '../register/register-map.ts';
import { type AddressedExchange, addressIn } from './spi-addressing.ts';
import { type CommandNames, otherExchange } from './spi-command.ts';
import type { SpiModel, SpiSetting } from './spi-definition.ts';

export interface SpiParts {
  readonly line: LineControl;
  readonly names: CommandNames;
  /** The lines of the device, as handlers see them. */
  readonly gpios: object;
  readonly onAccess: OnAccess;
}

/** An SPI model's device in one machine. */
export class SpiInstance {
  readonly #model: SpiModel;
  readonly #life: ModelLife;
  readonly #names: CommandNames;
  readonly #line: LineControl;
  readonly #map: PointerMap;
  readonly #registers: RegisterMap;
  /** What the model's handlers get. */
  readonly device: { state: unknown };

  constructor(model: SpiModel, life: ModelLife, { line, names, gpios, onAccess }: SpiParts) {
    this.#model = model;
    this.#life = life;
    this.#line = line;
    this.#names = names;
    this.#map = new PointerMap(model);
    const interrupts = { raise: line.raise, lower: line.lower };
    const { controls, clock } = life;
    const view = viewOf(this.#map);
    this.device = Object.seal({ ...view, state: undefined, controls, clock, interrupts, lines: gpios });
    this.#registers = new RegisterMap({ model, life, device: this.device, map: this.#map, onAccess });
    this.reset();
  }

  /** A register or a memory, or a command. */
  nameOf(sent: Buffer): string {
    const addressed = this.#addressIn(sent);
    const register = addressed === undefined ? undefined : this.#registers.nameOf(addressed.pointer);
    return register ?? this.#names.find(sent) ?? otherExchange;
  }

  /** What the device sends; nothing after the model has failed. */
  async exchange(sent: Buffer, setting: Omit<SpiSetting, 'command'>): Promise<Buffer> {
    const addressed = this.#addressIn(sent);
    if (addressed !== undefined) return await this.#withRegisters(sent, addressed);
    const { exchange } = this.#model;
    if (exchange === undefined) return Buffer.alloc(0);
    const command = this.#names.find(sent);
    const during = `exchange ${command ?? otherExchange}`;
    const bytes = await this.#life.ask(during, async () =>
      checkBytes(await exchange(this.device, sent, { command, ...setting })),
    );
    return bytes ?? Buffer.alloc(0);
  }

  reset(): void {
    this.#life.restart();
    this.#line.lower();
    this.#registers.reset();
    this.#life.guard('state', () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard('reset', () => this.#model.reset?.(this.device));
  }

  #addressIn(sent: Buffer): AddressedExchange | undefined {
    const { addressing } = this.#model;
    return addressing === undefined ? undefined : addressIn(sent, addressing);
  }

  /** While it is told what to do, the device sends nothing. */
  async #withRegisters(sent: Buffer, { direction, pointer, from }: AddressedExchange): Promise<Buffer> {
    if (this.#life.crash !== undefined) return Buffer.alloc(0);
    const more = sent.subarray(from);
    await this.#registers.write(direction === 'read' ? pointer : Buffer.concat([pointer, more]));
    if (direction === 'write') return Buffer.alloc(0);
    return Buffer.concat([Buffer.alloc(from, 0xff), await this.#registers.read(more.length)]);
  }
}

/** A model in JavaScript may return anything. @throws TypeError */
function checkBytes(given: unknown): Buffer {
  if (given instanceof Uint8Array) return Buffer.from(given);
  throw new TypeError(
    `exchange must return the bytes that the device sends (a Buffer), but it returned ${String(given)}`,
  );
}
