import type { RegisterName, RegisterValue } from '../../../src/device/definition/definition.ts';
import type { Width } from '../../../src/device/definition/register.ts';
import { BarMap } from '../../../src/device/register/bar-map.ts';
import { inward, outward } from '../../../src/device/register/bits.ts';
import type { InterruptMode } from '../../../src/device/test-bus/test-machine.ts';
import type { BenchMachine, BenchMemory } from '../../device-contract/bench.ts';
import { sample, type SampleBars } from '../../device-contract/sample-device.ts';
import type { GuestPort } from './guest-port.ts';

const registers = new BarMap(sample.bars).registers;

/** A real guest's processor, by means of the module `poke`: every access is one instruction. */
export class PokeMachine implements BenchMachine {
  readonly #port: GuestPort;

  private constructor(port: GuestPort) {
    this.#port = port;
  }

  /** Selects another device in the guest. `number`: in the order of PCI addresses. */
  static async select(port: GuestPort, number: number): Promise<PokeMachine> {
    await port.ask(`select ${hex(number)}`);
    return new PokeMachine(port);
  }

  async enable(mode: InterruptMode = 'msix'): Promise<void> {
    await this.#ask(`enable ${mode}`);
  }

  async setBusMaster(isOn: boolean): Promise<void> {
    await this.#ask(`master ${isOn ? 1 : 0}`);
  }

  async maskVector(vector: number, isMasked: boolean): Promise<void> {
    await this.#ask(`mask ${vector.toString(16)} ${isMasked ? 1 : 0}`);
  }

  async read<N extends RegisterName<SampleBars>>(name: N): Promise<RegisterValue<SampleBars, N>> {
    const { bar, at, width } = register(name);
    return outward(await this.readAt(bar, at, width), width) as RegisterValue<SampleBars, N>;
  }

  async write<N extends RegisterName<SampleBars>>(name: N, value: RegisterValue<SampleBars, N>): Promise<void> {
    const { bar, at, width } = register(name);
    await this.writeAt(bar, { offset: at, width }, inward(value, width));
  }

  async readAt(bar: number, offset: number, length: number): Promise<bigint> {
    return numberOf(await this.#ask(`r ${hex(bar, offset, length)}`));
  }

  async writeAt(
    bar: number,
    { offset, width }: { readonly offset: number; readonly width: Width },
    value: bigint,
  ): Promise<void> {
    await this.#ask(`w ${hex(bar, offset, width, value)}`);
  }

  async readConfig(offset: number, length: number): Promise<bigint> {
    return numberOf(await this.#ask(`cr ${hex(offset, length)}`));
  }

  async writeConfig(offset: number, length: number, value: bigint): Promise<void> {
    await this.#ask(`cw ${hex(offset, length, value)}`);
  }

  async reset(): Promise<void> {
    await this.#ask('reset');
  }

  async interrupts(): Promise<readonly number[]> {
    const seen = await this.#ask('interrupts');
    return seen
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => parseInt(word, 16));
  }

  async allocate(length: number): Promise<BenchMemory> {
    const [number = '', address = ''] = (await this.#ask(`allocate ${hex(length)}`)).split(' ');
    return {
      address: parseInt(address, 16),
      store: (bytes) => this.#port.store(`store ${number} ${hex(bytes.length)}`, bytes),
      load: () => this.#port.load(`load ${number} ${hex(length)}`, length),
    };
  }

  async fuzz(seed: number, count: number): Promise<void> {
    await this.#ask(`fuzz ${hex(seed, count)}`);
  }

  async #ask(line: string): Promise<string> {
    return await this.#port.ask(line);
  }
}

function register(name: string): { readonly bar: number; readonly at: number; readonly width: Width } {
  const found = registers.get(name);
  if (found === undefined) throw new RangeError(`there is no register ${name}`);
  return found;
}

function hex(...values: readonly (number | bigint)[]): string {
  return values.map((value) => value.toString(16)).join(' ');
}

function numberOf(text: string): bigint {
  return BigInt(`0x${text}`);
}
