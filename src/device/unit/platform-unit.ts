import { lineVector, lineVectorName, type LinePort } from '../board/device-line.ts';
import { type DeviceGpios, gpioParts } from '../gpio/device-gpios.ts';
import { PciInstance } from '../instance/pci-instance.ts';
import { vectorNames } from '../log/coverage.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { PlatformModel } from '../platform/platform-definition.ts';
import { RegisterNames } from '../register/bar-map.ts';
import type { UartLine } from '../serial/uart-line.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
import { registerPath } from './register-path.ts';

/** The machine as a platform device sees it. */
export interface PlatformPort extends Pick<Upstream, 'dmaRead' | 'dmaWrite'> {
  readonly line: LinePort;
}

/** A device whose registers lie in a window: instance → faults → log → a board. */
export class PlatformUnit extends DeviceUnit<PlatformModel> {
  readonly gpios: DeviceGpios;
  readonly #instance: PciInstance;
  readonly #observed: Endpoint;

  constructor(model: PlatformModel, options: UnitOptions) {
    const names = new RegisterNames(model);
    const hasLine = model.firmware.interrupt !== undefined;
    const lines = gpioParts(model);
    super(
      model,
      {
        bus: 'platform',
        accesses: ['read', 'write', 'dma', ...(hasLine ? (['interrupt'] as const) : []), ...lines.accesses],
        names: { register: names.all, ...lines.names },
        places: [model.bars[0]],
        vectors: vectorNames(model.interrupts),
        exchanges: [],
        lines: lines.lines,
      },
      options,
    );
    this.gpios = this.makeGpios(model);
    this.#instance = new PciInstance(model, this.life, { lines: this.gpios.view });
    this.#observed = registerPath(this.#instance, { ...this.around, names, after: this.clock.after });
  }

  connect({ line, dmaRead, dmaWrite }: PlatformPort): void {
    this.#observed.attach({
      dmaRead,
      dmaWrite,
      raise: () => this.#tell(line.raise),
      again: () => this.#tell(line.again),
      lower: () => line.lower(),
    });
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    return this.#observed.read(access);
  }

  write(access: BarAccess, bytes: Buffer): void {
    this.#observed.write(access, bytes);
  }

  /** The machine was reset. */
  reset(): void {
    this.#observed.reset();
  }

  /** Undefined: it is no UART. */
  get line(): UartLine | undefined {
    return this.model.received === undefined ? undefined : this.#instance.line;
  }

  protected override get device(): object {
    return this.#instance.device;
  }

  #tell(how: () => void): void {
    this.counter.interrupt(lineVector);
    this.log.record({ kind: 'interrupt', vector: lineVector, name: lineVectorName, outcome: 'asserted' });
    how();
  }
}
