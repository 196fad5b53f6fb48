import { expect, it } from 'vitest';
import { KiB, MiB, ms } from 'qemu-driver-test/device';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { transfer } from '../../device-contract/transfer.ts';
import { eventually } from '../eventually.ts';
import { overVfioUser } from '../device/benches.ts';

it('cuts a transfer into messages that a socket takes in one piece', async () => {
  await using bench = await overVfioUser();
  const { address } = await bench.allocate(1 * MiB);
  expect(await transfer(bench, { address, length: 1 * MiB, mode: 0 })).toBe(1);
  const pieces = bench.client.transfers.filter(
    (asked) => asked.address >= BigInt(address) && asked.address < BigInt(address + 1 * MiB),
  );
  expect(pieces).toHaveLength(32);
  expect(pieces.every(({ count }) => count === BigInt(32 * KiB))).toBe(true);
});

it('goes on serving while an answer is late', async () => {
  await using bench = await overVfioUser();
  bench.unit.faults.add(parseFault('read-late register=ID by=20ms'));
  const late = bench.machine.read('ID');
  await eventually(() => expect(bench.unit.faults.report('read-late').fired).toBe(1));
  expect(await bench.machine.read('SCRATCH')).toBe(0x11223344);
  bench.unit.clock.step(20 * ms);
  expect(await late).toBe(0xcafe0042);
});

it('ends a transfer where a reset cuts it off', async () => {
  await using bench = await overVfioUser();
  const { address } = await bench.allocate(8 * MiB);
  await bench.machine.write('ADDRESS', BigInt(address));
  await bench.machine.write('LENGTH', 8 * MiB);
  await bench.machine.write('CONTROL', 1);
  await bench.machine.reset();
  await bench.machine.enable();
  // In turn: the last of the one before has gone when this one goes.
  expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(1);
  expect(bench.client.transfers.filter(({ count }) => count === BigInt(32 * KiB)).length).toBeLessThan(256);
});

it('has no more bytes under way than the longest transfer has, whatever a guest starts', async () => {
  await using bench = await overVfioUser();
  const { address } = await bench.allocate(64);
  expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(1);
  bench.client.onTransferReply = () => undefined;
  await bench.machine.write('LENGTH', 40 * MiB);
  await bench.machine.write('CONTROL', 1);
  await bench.machine.write('CONTROL', 1);
  expect(await bench.machine.read('RESULT')).toBe(0x83);
  await bench.machine.reset();
  await bench.machine.write('LENGTH', 40 * MiB);
  await bench.machine.write('CONTROL', 1);
  expect(await bench.machine.read('RESULT')).toBe(0x80);
});
