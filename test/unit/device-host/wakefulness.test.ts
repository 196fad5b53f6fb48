import { expect, it } from 'vitest';
import { Wakefulness } from '../../../src/device-host/vfio-user/wakefulness.ts';

/** What a machine's accesses wait for: the process's own time, and how long it takes to wake up. */
interface Costs {
  readonly asleepMs: number;
  readonly awakeMs: number;
}

/** A host with its own clock. `looks` counts how often the process has looked for input. */
class SimulatedHost {
  nowMs = 1000;
  looks = 0;
  costs: Costs;
  readonly #wakefulness: Wakefulness;
  #callback: (() => void) | undefined;

  constructor(costs: Costs) {
    this.costs = costs;
    this.#wakefulness = new Wakefulness({
      nowMs: () => this.nowMs,
      afterInput: (callback) => (this.#callback = callback),
    });
  }

  get isAwake(): boolean {
    return this.#callback !== undefined;
  }

  /** Accesses that each come as soon as the one before is answered. Returns how long they took. */
  row(accesses: number): number {
    const startMs = this.nowMs;
    for (let access = 0; access < accesses; access++) {
      this.nowMs += this.isAwake ? this.costs.awakeMs : this.costs.asleepMs;
      this.access();
    }
    return this.nowMs - startMs;
  }

  access(): void {
    this.#wakefulness.received();
    this.#wakefulness.answered();
    this.#wakefulness.wait();
    this.look();
  }

  look(): void {
    const callback = this.#callback;
    this.#callback = undefined;
    if (callback !== undefined) this.looks++;
    callback?.();
  }

  pause(ms: number): void {
    for (const endMs = this.nowMs + ms; this.nowMs < endMs; this.nowMs += 0.01) this.look();
  }
}

const quiet = { asleepMs: 0.07, awakeMs: 0.04 };
const busy = { asleepMs: 0.03, awakeMs: 0.05 };

it('stays awake where waking up takes longer', () => {
  const host = new SimulatedHost(quiet);
  host.row(100);
  expect(host.row(900)).toBeCloseTo(900 * quiet.awakeMs, 6);
});

it('sleeps where others need the processor', () => {
  const host = new SimulatedHost(busy);
  host.row(100);
  expect(host.row(900)).toBeCloseTo(900 * busy.asleepMs, 6);
});

it('sleeps where it makes no difference, and where most waits are short but many are long', () => {
  const same = new SimulatedHost({ asleepMs: 0.05, awakeMs: 0.045 });
  same.row(100);
  same.row(900);
  expect(same.isAwake).toBe(false);
  const mixed = new SimulatedHost(quiet);
  for (let access = 0; access < 200; access++) {
    mixed.costs = access % 3 === 0 ? { ...quiet, awakeMs: 0.15 } : quiet;
    mixed.row(1);
  }
  expect(mixed.isAwake).toBe(false);
});

it('notices when other work comes and goes', () => {
  const host = new SimulatedHost(quiet);
  for (const [costs, isAwake] of [
    [quiet, true],
    [busy, false],
    [quiet, true],
  ] as const) {
    host.costs = costs;
    host.row(2000);
    expect(host.isAwake).toBe(isAwake);
  }
});

it('falls asleep soon after the last access, and does not wake for single ones', () => {
  const host = new SimulatedHost(quiet);
  host.row(500);
  expect(host.isAwake).toBe(true);
  host.pause(0.2);
  expect(host.isAwake).toBe(false);
  const { looks } = host;
  for (let access = 0; access < 100; access++) {
    host.pause(1);
    host.access();
  }
  expect(host.looks).toBe(looks);
});
