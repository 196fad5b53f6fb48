import type { ControlValue } from '../definition/control.ts';
import { LineFaults } from '../fault/line-faults.ts';
import type { GpioModel } from '../gpio/gpio-definition.ts';
import { GpioInstance } from '../gpio/gpio-instance.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

/** Where the lines of a device end on a board. */
export type LineEnds = (line: string, isOn: boolean) => void;

/** Lines of a board with a model at their other ends: instance → faults → log → lines. */
export class GpioUnit extends DeviceUnit<GpioModel> {
  readonly #instance: GpioInstance;
  readonly #faults: LineFaults;
  #ends: LineEnds = () => undefined;

  constructor(model: GpioModel, options: UnitOptions) {
    const names = Object.keys(model.lines);
    super(
      model,
      { bus: 'gpio', accesses: ['line'], names: { line: names }, places: [], vectors: [], exchanges: names },
      options,
    );
    this.#faults = new LineFaults({
      gate: this.gate,
      log: this.log,
      coverage: this.counter,
      after: this.clock.after,
    });
    this.#instance = new GpioInstance(model, this.life, (line, isOn) => this.#tell(line, isOn));
  }

  connect(ends: LineEnds): void {
    this.#ends = ends;
  }

  override setControl(name: string, value: ControlValue): Promise<void> | undefined {
    const before = this.control(name);
    const handled = super.setControl(name, value);
    const now = this.control(name);
    // A line is a control, too.
    if (this.model.lines[name]?.direction === 'in' && now !== before) this.#tell(name, now === true);
    return handled;
  }

  /** The guest has switched a line. */
  driven(line: string, isOn: boolean): void {
    this.#faults.pass({ kind: 'line', name: line, direction: 'out', isOn }, (arrived) =>
      this.#instance.driven(line, arrived),
    );
  }

  /** The machine was reset. */
  reset(): void {
    this.log.record({ kind: 'reset' });
    this.#instance.reset();
  }

  protected override get device(): object {
    return this.#instance.device;
  }

  #tell(line: string, isOn: boolean): void {
    this.#faults.pass({ kind: 'line', name: line, direction: 'in', isOn }, (arrived) => this.#ends(line, arrived));
  }
}
