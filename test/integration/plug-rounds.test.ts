import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSuite, suites } from './cli.ts';
import { watchProcesses, type Watched } from './watched-processes.ts';

// Every night: a device comes and goes a hundred times, on each bus.

/** What Node's collector has not taken back yet. */
const slackMiB = 30;
const slackFiles = 5;

it.each(['pci', 'usb', 'can', 'serial', 'link', 'i2c', 'board'])(
  'a device on %s that comes and goes a hundred times leaves nothing behind on the host',
  async (bus) => {
    let watched: Watched | undefined;
    const words = [join(suites, 'plug-rounds', bus), '--kernel', 'debian:6.12', '--accel', 'tcg'];
    using run = await runSuite(words, {
      whileRunning: ({ pid = 0 }) => {
        watched = watchProcesses(pid);
      },
    });
    watched?.[Symbol.dispose]();
    const { outcome, reason, stages } = run.test(bus);
    const output = stages.map(({ log }) => run.read(log)).join('');
    expect({ outcome, reason, output: outcome === 'pass' ? '' : output }).toEqual({
      outcome: 'pass',
      reason: '',
      output: '',
    });
    expect(output.match(/^round \d+$/gm)).toHaveLength(100);
    // In the first third, the machine boots that this one is cloned from.
    const [, second, last] = watched?.thirds() ?? [];
    if (second === undefined || last === undefined) throw new Error('nothing was watched');
    console.info(`${bus}: ${JSON.stringify(second)}, at last ${JSON.stringify(last)}`);
    expect(last.openFiles).toBeLessThanOrEqual(second.openFiles + slackFiles);
    expect(last.modelsMiB).toBeLessThanOrEqual(second.modelsMiB + slackMiB);
    expect(last.processes).toBeLessThanOrEqual(second.processes);
  },
);
