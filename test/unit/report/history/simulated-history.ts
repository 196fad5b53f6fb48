import type { HistoryRecord } from '../../../../src/results/history/history-record.ts';

/** How many of each, in a simulated record of years. */
export interface Simulated {
  readonly runs: number;
  readonly tests: number;
  readonly cells: number;
}

/** Numbers from 0 to 1 that are the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const hourMs = 60 * 60 * 1000;
const firstMs = Date.UTC(2020, 0, 1);

/**
 * Runs as a project has them over years: a fifth of the tests is flaky at 2 % of the commits, a test in a thousand
 * breaks and stays broken for a while, durations vary, a tenth of the runs is on other branches.
 */
export function* simulatedRuns({ runs, tests, cells }: Simulated): Generator<HistoryRecord> {
  const roll = dice(7);
  const names = Array.from({ length: tests }, (_, index) => `driver/test-of-something-${index + 1}`);
  const brokenUntil = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const made = Array.from({ length: cells }, (_, cell) => {
      const kernel = `debian:6.${cell + 1}`;
      const outcomes = names.map((_, test) => {
        const place = `${cell} ${test}`;
        if (roll() < 0.00005) brokenUntil.set(place, run + Math.floor(roll() * 60));
        if ((brokenUntil.get(place) ?? -1) >= run) return 'C';
        return test % 5 === 0 && roll() < 0.02 ? 'F' : 'p';
      });
      return {
        id: `debian-6.${cell + 1}-small`,
        kernel,
        release: `6.${cell + 1}.0-amd64`,
        machine: 'small',
        outcomes: outcomes.join(''),
        durationsMs: names.map((_, test) => 1500 + test * 10 + Math.floor(roll() * 800)),
      };
    });
    const crashed = made[0]?.outcomes.indexOf('C') ?? -1;
    yield {
      schema: 'qemu-driver-test/history/1',
      tool: { version: '0.1.0' },
      commit: Array.from({ length: 5 }, () =>
        Math.floor(roll() * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      ).join(''),
      branch: roll() < 0.1 ? `topic-${run % 40}` : 'main',
      commitsAt: 'https://example.org/driver/commit/',
      startedAt: new Date(firstMs + run * 5 * hourMs).toISOString(),
      durationMs: 60_000,
      accelerator: 'kvm',
      tests: names,
      cells: made,
      ...(crashed < 0
        ? {}
        : {
            crashes: [
              {
                fingerprint: `null-deref:driver_function_${crashed}`,
                title: `BUG: kernel NULL pointer dereference in driver_function_${crashed}`,
                cells: [0],
                tests: [crashed],
              },
            ],
          }),
      coverage: [{ name: 'driver: registers of card', touched: 20 + Math.floor(run / 1000), all: 40 }],
    };
  }
}
