import type { ModelLife } from '../instance/model-life.ts';
import type { GpioLine, GpioModel } from './gpio-definition.ts';

/** A GPIO model's device in one machine. */
export class GpioInstance {
  readonly #model: GpioModel;
  readonly #life: ModelLife;
  readonly #onChange: (line: string, isOn: boolean) => void;
  /** What the model's handlers get. */
  readonly device: { state: unknown };

  /** `onChange`: the device has switched a line that it drives. */
  constructor(model: GpioModel, life: ModelLife, onChange: (line: string, isOn: boolean) => void) {
    this.#model = model;
    this.#life = life;
    this.#onChange = onChange;
    this.device = Object.seal({
      state: undefined,
      controls: life.controls,
      clock: life.clock,
      lines: Object.seal(Object.defineProperties({}, this.#properties())),
    });
    this.reset();
  }

  /** The guest has switched a line. */
  driven(line: string, isOn: boolean): void {
    this.#life.controls[line] = isOn;
    this.#life.guard(`driven.${line}`, () => this.#model.driven[line]?.(this.device, isOn));
  }

  /** The lines stay as they are. */
  reset(): void {
    this.#life.restart();
    this.#life.guard('state', () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard('reset', () => this.#model.reset?.(this.device));
  }

  /** A line of direction `out` has no setter, so that a model which sets it fails. */
  #properties(): PropertyDescriptorMap {
    return Object.fromEntries(
      Object.entries<GpioLine>(this.#model.lines).map(([name, { direction }]) => [
        name,
        {
          enumerable: true,
          get: () => this.#life.controls[name] === true,
          ...(direction === 'in' ? { set: (isOn: boolean) => this.#switch(name, isOn) } : {}),
        },
      ]),
    );
  }

  #switch(name: string, isOn: boolean): void {
    if (this.#life.controls[name] === isOn) return;
    this.#life.controls[name] = isOn;
    this.#onChange(name, isOn);
  }
}
