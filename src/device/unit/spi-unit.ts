import { DeviceLine, lineVectorName, type LinePort } from '../board/device-line.ts';
import type { Exchanged } from '../exchange/outcome.ts';
import { type DeviceGpios, gpioParts } from '../gpio/device-gpios.ts';
import { SpiInstance } from '../spi/spi-instance.ts';
import type { SpiModel, SpiSetting } from '../spi/spi-definition.ts';
import { commandNames } from '../spi/spi-command.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

/** A device on an SPI bus: instance → faults → log → a controller. */
export class SpiUnit extends DeviceUnit<SpiModel> {
  readonly gpios: DeviceGpios;
  readonly #instance: SpiInstance;
  readonly #line: DeviceLine;

  constructor(model: SpiModel, options: UnitOptions) {
    const names = commandNames(model.commands);
    const hasLine = model.firmware.interrupt !== undefined;
    const lines = gpioParts(model);
    const registers = [...Object.keys(model.registers), ...Object.keys(model.memory)];
    // Without an exchange of its own, a model has no commands either.
    const commands = model.exchange === undefined ? [] : names.all;
    super(
      model,
      {
        bus: 'spi',
        accesses: ['exchange', ...(hasLine ? (['interrupt'] as const) : []), ...lines.accesses],
        names: {
          ...(commands.length === 0 ? {} : { command: commands }),
          ...(registers.length === 0 ? {} : { register: registers }),
          ...lines.names,
        },
        places: [{ registers: model.registers, memory: model.memory }],
        vectors: hasLine ? [lineVectorName] : [],
        exchanges: commands,
        lines: lines.lines,
      },
      options,
    );
    this.#line = new DeviceLine({ gate: this.gate, log: this.log, coverage: this.counter, after: this.clock.after });
    this.gpios = this.makeGpios(model);
    this.#instance = new SpiInstance(model, this.life, {
      line: this.#line,
      names,
      gpios: this.gpios.view,
      onAccess: (kind, spans, bytes) => this.counter.access(kind, spans, bytes),
    });
  }

  /** The line at which the device is. */
  connect(port: LinePort): void {
    this.#line.connect(port);
  }

  /** The time that the chip select is low. What nobody sends reads all ones. */
  async exchange(sent: Buffer, setting: Omit<SpiSetting, 'command'>): Promise<Exchanged<'exchange'>> {
    const name = this.#instance.nameOf(sent);
    const { outcome, bytes } = await this.path.carry(
      { kind: 'exchange', name, direction: 'both', length: sent.length },
      sent,
      async (arrived) => ({ outcome: 'done', bytes: await this.#instance.exchange(arrived, setting) }),
    );
    return { outcome, bytes: filled(bytes, sent.length) };
  }

  /** The machine was reset. */
  reset(): void {
    if (this.gate.isClosed) return;
    this.log.record({ kind: 'reset' });
    this.#instance.reset();
  }

  protected override get device(): object {
    return this.#instance.device;
  }
}

function filled(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0xff)]);
}
