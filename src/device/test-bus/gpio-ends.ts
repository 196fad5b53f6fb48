import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import { throwCrash } from './unit-bus.ts';

/** The machine's ends of a device's lines. */
export class GpioEnds<L extends GpioLines> {
  readonly #gpios: DeviceGpios;
  readonly #crash: () => ModelCrash | undefined;
  readonly #levels = new Map<string, boolean>();
  readonly #changes: string[] = [];

  constructor(unit: { readonly gpios: DeviceGpios; readonly crash: ModelCrash | undefined }) {
    this.#gpios = unit.gpios;
    this.#crash = () => unit.crash;
    for (const name of Object.keys(unit.gpios.lines)) this.#levels.set(name, unit.gpios.isOn(name));
    unit.gpios.connect((name, isOn) => {
      this.#levels.set(name, isOn);
      this.#changes.push(`${name} ${isOn ? 'on' : 'off'}`);
    });
  }

  /** As the machine sees it. */
  isOn(line: keyof L & string): boolean {
    return this.#levels.get(line) === true;
  }

  /** What the machine has seen since this was last called: `pressed on`. */
  takeChanges(): readonly string[] {
    return this.#changes.splice(0);
  }

  /** The machine switches a line of direction `out`. */
  drive(line: keyof L & string, isOn: boolean): void {
    this.#gpios.driven(line, isOn);
    throwCrash(this.#crash());
  }
}
