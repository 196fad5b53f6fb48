import type { ModelLife } from '../instance/model-life.ts';
import type { GpioModel } from './gpio-definition.ts';

/** A GPIO model's device in one machine. */
export class GpioInstance {
  readonly #model: GpioModel;
  readonly #life: ModelLife;
  /** What the model's handlers get. */
  readonly device: { state: unknown };

  /** `lines`: as handlers see them. */
  constructor(model: GpioModel, life: ModelLife, lines: object) {
    this.#model = model;
    this.#life = life;
    this.device = Object.seal({ state: undefined, controls: life.controls, clock: life.clock, lines });
    this.reset();
  }

  /** The lines stay as they are. */
  reset(): void {
    this.#life.restart();
    this.#life.guard('state', () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard('reset', () => this.#model.reset?.(this.device));
  }
}
