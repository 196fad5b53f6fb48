import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBugs } from '../../src/diagnose/find-bugs.ts';
import type { DeviceBench, MakeBench } from '../device-contract/bench.ts';
import { describeDevice } from '../device-contract/contract.ts';
import { describeFaults } from '../device-contract/fault-contract.ts';
import { sample } from '../device-contract/sample-device.ts';
import { fileDigest } from './file-digest.ts';
import { PokeMachine } from './poke/poke-machine.ts';
import { type PokedGuest, pokeRig, type PokeRig } from './poke/poke-rig.ts';
import { type ServedModels, serveModels } from './served-models.ts';

/**
 * Each test has its own device, and all devices of a contract are in one clone. The messages that QEMU may print then.
 */
const contracts = [
  [describeDevice, 14, /^$/],
  // One of the tests removes it: its socket stays, but its configuration space is gone.
  [
    describeFaults,
    22,
    new RegExp(
      'failed to read header: EOF|Unable to write to socket: Broken pipe|failed: Bad address|' +
        String.raw`failed to read PCI_INTERRUPT_PIN|vfio_pci_read_config\(\S+ 0x\w+, 0x\w\) failed: No such device`,
    ),
  ],
] as const;

let rig: PokeRig;
let templateDigest: string;

beforeAll(async () => {
  rig = await pokeRig(Math.max(...contracts.map(([, devices]) => devices)));
  templateDigest = await fileDigest(rig.template.ramPath);
});
afterAll(() => rig[Symbol.dispose]());

describe.each(contracts)('in a real guest', (describeContract, deviceCount, complaint) => {
  let served: ServedModels;
  let guest: PokedGuest;
  let next = 0;

  beforeAll(async () => {
    served = await serveModels(sample, { isClockStopped: true, waitsOnDeviceClock: true });
    guest = await rig.start(Array.from({ length: deviceCount }, () => served.deviceArgument));
  });
  afterAll(async () => {
    await served[Symbol.asyncDispose]();
  });

  const makeBench: MakeBench = async (mode = 'msix') => {
    const number = next++;
    const unit = served.units[number];
    if (unit === undefined)
      throw new Error(`the guest has ${served.units.length} devices, and no more: another test needs another`);
    const machine = await PokeMachine.select(rig.port, number);
    await machine.enable(mode);
    return benchOf(machine, unit);
  };
  describeContract('in QEMU', makeBench);

  it('and neither the kernel nor QEMU complained', async () => {
    const { record, consoleLog, qemuLog } = await guest.finish();
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(findBugs(consoleLog)).toEqual([]);
    expect(qemuLog.split('\n').filter((line) => line !== '' && !complaint.test(line))).toEqual([]);
  });
});

it('arbitrary register, configuration and DMA accesses of a guest break nothing', async () => {
  await using served = await serveModels(sample);
  const guest = await rig.start([served.deviceArgument]);
  const machine = await PokeMachine.select(rig.port, 0);
  await machine.enable();
  for (let seed = 1; seed <= 10; seed++) await machine.fuzz(seed, 1000);
  const [unit] = served.units;
  expect(unit?.crash).toBeUndefined();
  expect(unit?.log.length).toBeGreaterThan(5000);
  expect(unit?.log.entries().filter(({ kind }) => kind === 'dma').length).toBeGreaterThan(0);
  await machine.enable();
  expect(await machine.read('ID')).toBe(0xcafe0042);
  expect((await guest.finish()).record.ending).toEqual({ kind: 'completed' });
});

it("a clone's DMA does not change its template, whose memory is never mapped here", async () => {
  expect(await fileDigest(rig.template.ramPath)).toBe(templateDigest);
  const { ino } = statSync(rig.template.ramPath);
  expect(
    readFileSync('/proc/self/maps', 'utf8')
      .split('\n')
      .filter((line) => line.split(/\s+/)[4] === String(ino)),
  ).toEqual([]);
});

function benchOf(machine: PokeMachine, unit: DeviceBench['unit']): DeviceBench {
  return {
    machine,
    unit,
    interrupts: () => machine.interrupts(),
    allocate: (length) => machine.allocate(length),
    // Without interrupt remapping, Linux gives a driver one vector.
    msiVectors: 1,
    mergesMessages: true,
    settle: async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      // The guest has run, too.
      await machine.readConfig(0, 2);
    },
    // Probing BAR sizes leaves one at an address of other things.
    [Symbol.asyncDispose]: () => machine.enable('none'),
  };
}
