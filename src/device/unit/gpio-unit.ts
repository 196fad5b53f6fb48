import type { ControlValue } from '../definition/control.ts';
import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioModel } from '../gpio/gpio-definition.ts';
import { GpioInstance } from '../gpio/gpio-instance.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

/** Lines of a board with a model at their other ends: instance → faults → log → lines. */
export class GpioUnit extends DeviceUnit<GpioModel> {
  readonly gpios: DeviceGpios;
  readonly #instance: GpioInstance;

  constructor(model: GpioModel, options: UnitOptions) {
    const names = Object.keys(model.lines);
    super(
      model,
      { bus: 'gpio', accesses: ['line'], names: { line: names }, places: [], vectors: [], exchanges: names },
      options,
    );
    // A line is a control, too.
    this.gpios = this.makeGpios({ gpios: model.lines, driven: model.driven }, this.life.controls);
    this.#instance = new GpioInstance(model, this.life, this.gpios.view);
  }

  override setControl(name: string, value: ControlValue): Promise<void> | undefined {
    const before = this.control(name);
    const handled = super.setControl(name, value);
    if (this.model.lines[name]?.direction === 'in' && this.control(name) !== before) this.gpios.tell(name);
    return handled;
  }

  /** The machine was reset. */
  reset(): void {
    this.log.record({ kind: 'reset' });
    this.#instance.reset();
  }

  protected override get device(): object {
    return this.#instance.device;
  }
}
