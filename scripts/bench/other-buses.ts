import type { RoundTrips } from './bus-latency.ts';
import { duration, microseconds, table } from './markdown.ts';
import type { Spread } from './statistics.ts';

/** The section on buses other than PCI. */
export function otherBuses(measured: readonly RoundTrips[]): readonly string[] {
  const spread = ({ median, least }: Spread, say: (value: number) => string): string =>
    `${say(median)} (${say(least)})`;
  const rows = measured.map(({ what, us, startMs }) => [what, spread(us, microseconds), spread(startMs, duration)]);
  return [
    '## Device models on other buses',
    table(['a request and its answer', ' round trip', ' launch to first stage, which finds the device'], rows),
    about,
  ];
}

const about = [
  'A program in the guest (`scripts/bench/bus-latency`) asks a model by the kernel’s drivers, `usbfs` and',
  '`i2c-designware-pci`. For I2C that is 19 reads of registers and two interrupts, in each of which another process',
  'has to be woken: on a busy host it takes several times as long.',
  '[What was tried](decisions/2026-11-30-round-trips.md).',
].join('\n');
