import { expect, it } from 'vitest';
import { transfer } from '../../device-contract/transfer.ts';
import { overVfioUser } from '../device/benches.ts';
import { words } from './qemu-client.ts';

const version = 1;
const irqInfo = 7;

it('answers the version in no more bytes than it was asked in, its capabilities ended by NUL', async () => {
  await using bench = await overVfioUser();
  const short = await bench.client.request(version, Buffer.from([0, 0, 3, 0]));
  expect([...short.body]).toEqual([0, 0, 0, 0]);
  const long = await bench.client.request(
    version,
    Buffer.concat([
      Buffer.from([0, 0, 3, 0]),
      Buffer.from(`${JSON.stringify({ capabilities: {}, comment: 'x'.repeat(100) })}\0`),
    ]),
  );
  expect(long.body.subarray(4).toString()).toBe('{"capabilities":{"max_msg_fds":8,"max_data_xfer_size":32768}}\0');
});

it.each([
  ['a line, which it has none of', 0, 0],
  ['MSI', 1, 4],
  ['MSI-X', 2, 4],
  ['errors, so that QEMU does not warn', 3, 1],
  ['requests', 4, 0],
])('says how many interrupts it has: %s', async (_kind, index, count) => {
  await using bench = await overVfioUser();
  const { body } = await bench.client.request(irqInfo, words(16, 0, index, 0));
  expect(body.readUInt32LE(12)).toBe(count);
});

it.each([4, 8] as const)(
  'finds out where the data of a transfer begins, behind a count of %i bytes',
  async (countBytes) => {
    await using bench = await overVfioUser();
    bench.client.countBytes = countBytes;
    const [source, target] = [await bench.allocate(8), await bench.allocate(8)];
    await source.store(Buffer.from('abcdefgh'));
    expect(await transfer(bench, { address: source.address, length: 8, mode: 0 })).toBe(1);
    expect(await transfer(bench, { address: target.address, length: 8, mode: 1 })).toBe(1);
    expect((await target.load()).toString()).toBe('abcdefgh');
  },
);
