import { describe, expect, it } from 'vitest';
import { MiB, ms } from 'qemu-driver-test/device';
import { eventually } from '../unit/eventually.ts';
import { nowhere, type MakeBench } from './bench.ts';
import { transfer } from './transfer.ts';

/** The behaviour of a device, the same in every machine. */
export function describeDevice(place: string, makeBench: MakeBench): void {
  describe(`a device ${place}`, () => {
    it('has the identity, the sizes and the capabilities of its definition', async () => {
      await using bench = await makeBench();
      expect(await bench.machine.readConfig(0x00, 4)).toBe(0x0042_1de5n);
      expect(await bench.machine.readConfig(0x08, 4)).toBe(0xff00_0003n);
      await bench.machine.writeConfig(0x10, 4, 0xffff_ffffn);
      await bench.machine.writeConfig(0x14, 4, 0xffff_ffffn);
      expect(await bench.machine.readConfig(0x10, 4)).toBe(0xffff_f000n);
      expect(await bench.machine.readConfig(0x14, 4)).toBe(0n);
    });

    it('keeps the access rules of its registers', async () => {
      await using bench = await makeBench();
      const { machine } = bench;
      await machine.write('ID', 0);
      expect(await machine.read('ID')).toBe(0xcafe0042);
      await machine.write('EVENTS', 0x0f);
      expect(await machine.read('EVENTS')).toBe(0xf0);
      await machine.write('ARM', 0x5);
      await machine.write('ARM', 0x2);
      expect(await machine.read('ARM')).toBe(0x7);
      expect([await machine.read('COUNT'), await machine.read('COUNT')]).toEqual([7, 0]);
      await machine.write('SECRET', 0x1234);
      expect(await machine.read('SECRET')).toBe(0);
      await machine.write('CONTROL', 0xffff_fff0);
      expect(await machine.read('CONTROL')).toBe(0);
    });

    it('takes accesses of every width, across registers and where there are none', async () => {
      await using bench = await makeBench();
      const { machine } = bench;
      expect(await machine.readAt(0, 0x05, 1)).toBe(0x33n);
      await machine.writeAt(0, { offset: 0x06, width: 2 }, 0xaabbn);
      expect(await machine.read('SCRATCH')).toBe(0xaabb3344);
      await machine.writeAt(0, { offset: 0x09, width: 1 }, 0xffn);
      expect(await machine.read('EVENTS')).toBe(0xff);
      expect(await machine.readAt(0, 0x00, 8)).toBe(0xaabb3344_cafe0042n);
      await machine.write('SMALL', 0xab);
      await machine.write('HALF', 0xcdef);
      expect(await machine.readAt(0, 0x20, 4)).toBe(0xcdefff_abn);
      await machine.write('ADDRESS', 0x1234_5678_9abc_def0n);
      expect(await machine.readAt(0, 0x34, 4)).toBe(0x1234_5678n);
      await machine.writeAt(0, { offset: 0x800, width: 4 }, 0n);
      expect(await machine.readAt(0, 0x800, 4)).toBe(0xffff_ffffn);
      await machine.writeAt(0, { offset: 0x410, width: 8 }, 0x0102030405060708n);
      expect(await machine.readAt(0, 0x414, 4)).toBe(0x01020304n);
      await machine.writeAt(0, { offset: 0x500, width: 4 }, 0n);
      expect(await machine.readAt(0, 0x500, 4)).toBe(0x64616572n);
    });

    it.each(['msi', 'msix'] as const)('sends the messages that the driver has enabled: %s', async (mode) => {
      await using bench = await makeBench(mode);
      const vectors = mode === 'msi' ? bench.msiVectors : 4;
      for (const [index, vector] of [0, 3, 1].entries()) {
        await bench.machine.write('BELL', vector);
        await eventually(async () =>
          expect(await bench.interrupts()).toEqual([0, 3, 1].slice(0, index + 1).map((sent) => sent % vectors)),
        );
      }
      await eventually(() => expect(bench.unit.coverage.interrupts).toEqual({ done: 1, error: 1, tick: 0, spare: 1 }));
    });

    it('sends nothing without bus mastering, or without an enabled interrupt', async () => {
      await using bench = await makeBench();
      await bench.machine.setBusMaster(false);
      await bench.machine.write('BELL', 0);
      await bench.machine.enable('none');
      await bench.machine.write('BELL', 0);
      await bench.settle();
      expect(await bench.interrupts()).toEqual([]);
      const outcomes = bench.unit.log.entries().flatMap((entry) => (entry.kind === 'interrupt' ? [entry.outcome] : []));
      expect(outcomes).toEqual(['lost: bus mastering is off', 'lost: the driver has enabled none']);
    });

    it('holds a masked vector back until the driver unmasks it', async () => {
      await using bench = await makeBench('msix');
      await bench.machine.maskVector(2, true);
      await bench.machine.write('BELL', 2);
      await bench.machine.write('BELL', 2);
      await bench.settle();
      expect(await bench.interrupts()).toEqual([]);
      await bench.machine.maskVector(2, false);
      await eventually(async () => expect(await bench.interrupts()).toEqual([2]));
    });

    it('moves a mebibyte byte for byte, both ways, data before interrupt', async () => {
      await using bench = await makeBench();
      const length = 1 * MiB;
      const [out, back] = [await bench.allocate(length), await bench.allocate(length)];
      const bytes = Buffer.from(Uint8Array.from({ length }, (_, index) => index * 7 + (index >> 8)));
      await out.store(bytes);
      expect(await transfer(bench, { address: out.address, length, mode: 0 })).toBe(1);
      expect(await transfer(bench, { address: back.address, length, mode: 1 })).toBe(1);
      expect((await back.load()).equals(bytes)).toBe(true);
      await eventually(async () => expect(await bench.interrupts()).toEqual([0, 0]));
    });

    it('tells the model of a transfer to nowhere, and of one without bus mastering', async () => {
      await using bench = await makeBench();
      expect(await transfer(bench, { address: nowhere, length: 64, mode: 0 })).toBe(0x81);
      await bench.machine.setBusMaster(false);
      expect(await transfer(bench, { address: nowhere, length: 64, mode: 0 })).toBe(0x80);
    });

    it('starts anew after a reset', async () => {
      await using bench = await makeBench();
      await bench.machine.write('SCRATCH', 1);
      await bench.machine.reset();
      expect(await bench.machine.readConfig(4, 2)).toBe(0n);
      await bench.machine.enable();
      expect(await bench.machine.read('SCRATCH')).toBe(0x11223344);
    });

    it.each([
      ['what it throws', 1, 'write of BREAK', 'TypeError: the model has a bug'],
      ['what a promise of its rejects with', 2, 'write of BREAK', 'RangeError: later'],
      ['what a timer of its throws', 3, 'a timer', 'Error: in a timer'],
    ])('survives a broken model, and reads all ones from then on: %s', async (_what, how, during, text) => {
      await using bench = await makeBench();
      await bench.machine.write('BREAK', how);
      await bench.settle();
      bench.unit.clock.step(2 * ms);
      expect(await bench.machine.read('ID')).toBe(0xffff_ffff);
      await bench.machine.write('BELL', 0);
      await bench.settle();
      expect(bench.unit.crash).toMatchObject({ during, message: text });
      expect(bench.unit.crash?.stack).toContain('sample-device.ts');
      expect(await bench.interrupts()).toEqual([]);
    });

    it('logs what the driver saw, and counts what it touched', async () => {
      await using bench = await makeBench();
      const before = bench.unit.log.length;
      await bench.machine.read('ID');
      await bench.machine.write('CONTROL', 0xc);
      await bench.machine.readAt(0, 0x900, 4);
      const entries = bench.unit.log
        .entries(before)
        .map((entry) =>
          entry.kind === 'read' || entry.kind === 'write'
            ? `${entry.kind} ${entry.registers.join()} ${entry.value}`
            : entry.kind,
        );
      expect(entries).toEqual(['read ID 0xcafe0042', 'write CONTROL 0xc', 'read  0xffffffff']);
      const { registers, unmapped } = bench.unit.coverage;
      expect(registers['ID']).toMatchObject({ reads: 1, writes: 0 });
      expect(registers['CONTROL']?.fields).toMatchObject({
        GO: { writtenZero: 1, writtenNonZero: 0 },
        MODE: { writtenZero: 0, writtenNonZero: 1 },
      });
      expect(unmapped).toBe(1);
    });
  });
}
