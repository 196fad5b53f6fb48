import { describe, expect, it } from 'vitest';
import { ms } from 'qemu-driver-test/device';
import type { PciUnit } from '../../src/device/unit/pci-unit.ts';
import { faultsOn } from '../../src/device/fault/fault-catalogue.ts';
import { parseFault } from '../../src/device/fault/parse-fault.ts';
import { eventually } from '../unit/eventually.ts';
import type { DeviceBench, MakeBench } from './bench.ts';
import { transfer } from './transfer.ts';

/** The effects of faults on a device, the same in every machine. */
export function describeFaults(place: string, makePlainBench: MakeBench): void {
  describe(`a faulty device ${place}`, () => {
    const units: PciUnit[] = [];
    const makeBench: MakeBench = async (mode) => {
      const bench = await makePlainBench(mode);
      units.push(bench.unit);
      return bench;
    };

    it('drops only the third interrupt, and reports that', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('irq-drop nth=3'));
      for (const vector of [0, 1, 2, 3]) {
        await bench.machine.write('BELL', vector);
        await arrived(
          bench,
          [0, 1, 3].filter((sent) => sent <= vector),
        );
      }
      expect(bench.unit.faults.report('irq-drop')).toMatchObject({
        fired: 1,
        counted: 4,
        first: { access: 'interrupt 2' },
        last: { access: 'interrupt 2' },
      });
    });

    it('delays an interrupt by the device’s clock', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('irq-delay by=5ms vector=1'));
      await bench.machine.write('BELL', 1);
      await bench.machine.write('BELL', 0);
      await arrived(bench, [0]);
      await bench.settle();
      expect(await bench.interrupts()).toEqual([0]);
      bench.unit.clock.step(5 * ms);
      await arrived(bench, [0, 1]);
    });

    it('sends an interrupt again at once', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('irq-duplicate nth=1 times=19'));
      await bench.machine.write('BELL', 1);
      await eventually(async () =>
        expect((await bench.interrupts()).length).toBeGreaterThanOrEqual(bench.mergesMessages ? 2 : 20),
      );
      await bench.settle();
      const seen = await bench.interrupts();
      expect(seen).toEqual(Array.from({ length: Math.min(seen.length, 20) }, () => 1));
    });

    it('sends an interrupt storm until it is cleared', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('irq-storm times=100 apart=1ms nth=1'));
      await bench.machine.write('BELL', 1);
      for (let count = 0; count < 3; count++) {
        await arrived(
          bench,
          Array.from({ length: count + 1 }, () => 1),
        );
        bench.unit.clock.step(1 * ms);
      }
      await arrived(bench, [1, 1, 1, 1]);
      bench.unit.faults.clear('irq-storm');
      bench.unit.clock.step(100 * ms);
      await bench.settle();
      expect(await bench.interrupts()).toEqual([1, 1, 1, 1]);
    });

    it('fails every second transfer', async () => {
      await using bench = await makeBench();
      const { address } = await bench.allocate(64);
      bench.unit.faults.add(parseFault('dma-fail every=2'));
      const results: number[] = [];
      for (let count = 0; count < 4; count++) results.push(await transfer(bench, { address, length: 64, mode: 0 }));
      expect(results).toEqual([1, 0x82, 1, 0x82]);
    });

    it('lets a transfer hang, until a reset', async () => {
      await using bench = await makeBench();
      const { address } = await bench.allocate(64);
      bench.unit.faults.add(parseFault('dma-hang nth=1'));
      expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(0);
      expect(await bench.machine.read('CONTROL')).toBe(0x8000_0000);
      await bench.machine.reset();
      await bench.machine.enable();
      expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(1);
    });

    it.each([
      ['dma-truncate bytes=3', 'abc.....', '........'],
      ['dma-corrupt byte=1 mask=0x01', 'accdefgh', '........'],
      ['dma-misdirect by=8', '........', 'abcdefgh'],
    ])('writes memory wrongly: %s', async (fault, here, behind) => {
      await using bench = await makeBench();
      const [source, target] = [await bench.allocate(8), await bench.allocate(16)];
      await source.store(Buffer.from('abcdefgh'));
      await target.store(Buffer.alloc(16, '.'));
      await transfer(bench, { address: source.address, length: 8, mode: 0 });
      bench.unit.faults.add(parseFault(`${fault} direction=write`));
      await transfer(bench, { address: target.address, length: 8, mode: 1 });
      expect((await target.load()).toString()).toBe(here + behind);
    });

    it.each([
      ['dma-truncate bytes=3', 'abc\0\0\0\0\0'],
      ['dma-corrupt byte=1 mask=0x01', 'accdefgh'],
      ['dma-misdirect by=8', 'ijklmnop'],
    ])('reads memory wrongly: %s', async (fault, fetched) => {
      await using bench = await makeBench();
      const [source, target] = [await bench.allocate(16), await bench.allocate(8)];
      await source.store(Buffer.from('abcdefghijklmnop'));
      bench.unit.faults.add(parseFault(`${fault} direction=read`));
      await transfer(bench, { address: source.address, length: 8, mode: 0 });
      await transfer(bench, { address: target.address, length: 8, mode: 1 });
      expect((await target.load()).toString()).toBe(fetched);
    });

    it.each([
      ['read-ones register=SCRATCH', 0xffff_ffff],
      ['read-ones range=0x4-0x7', 0xffff_ffff],
      ['read-stuck register=SCRATCH bits=0x3 at=1', 0x11223347],
      ['read-stuck register=SCRATCH bits=0xff000000 at=0', 0x00223344],
      ['read-ones register=ID', 0x11223344],
      ['read-ones bar=2', 0x11223344],
    ])('reads a register wrongly: %s', async (fault, seen) => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault(fault));
      expect(await bench.machine.read('SCRATCH')).toBe(seen);
      bench.unit.faults.clear();
      expect(await bench.machine.read('SCRATCH')).toBe(0x11223344);
    });

    it('answers late, by the waiting side’s clock', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('read-late register=ID by=20ms'));
      let answer: number | undefined;
      const reading = bench.machine.read('ID').then((value) => (answer = value));
      // A machine that waits accepts no other request.
      await eventually(() => expect(bench.unit.faults.report('read-late').fired).toBe(1));
      bench.unit.clock.step(19 * ms);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(answer).toBeUndefined();
      bench.unit.clock.step(1 * ms);
      await reading;
      expect(answer).toBe(0xcafe0042);
    });

    it('ignores writes', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('write-ignore register=SCRATCH from=2'));
      for (const value of [1, 2, 3]) await bench.machine.write('SCRATCH', value);
      expect(await bench.machine.read('SCRATCH')).toBe(1);
      expect(bench.unit.faults.report('write-ignore').fired).toBe(2);
    });

    it('loses its link until the fault is cleared', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('link-down register=ID nth=2'));
      expect([
        await bench.machine.read('ID'),
        await bench.machine.read('ID'),
        await bench.machine.read('SCRATCH'),
      ]).toEqual([0xcafe0042, 0xffff_ffff, 0xffff_ffff]);
      await bench.machine.write('BELL', 0);
      bench.unit.faults.clear('link-down');
      await bench.machine.write('BELL', 1);
      await arrived(bench, [1]);
      expect(await bench.machine.read('ID')).toBe(0xcafe0042);
    });

    it('is removed permanently', async () => {
      await using bench = await makeBench();
      bench.unit.faults.add(parseFault('device-remove nth=2'));
      expect([await bench.machine.read('ID'), await bench.machine.read('ID')]).toEqual([0xcafe0042, 0xffff_ffff]);
      bench.unit.faults.clear();
      expect(await bench.machine.read('ID')).toBe(0xffff_ffff);
    });

    it('covers every kind of fault that a PCI device has', () => {
      const seen = units
        .flatMap(({ faults }) => faults.all)
        .flatMap(({ hasFired, spec }) => (hasFired ? [spec.effect.kind] : []));
      expect(new Set(seen)).toEqual(new Set(faultsOn(['read', 'write', 'dma', 'interrupt'])));
    });
  });
}

/** These interrupts, and no others so far. */
async function arrived(bench: DeviceBench, vectors: readonly number[]): Promise<void> {
  await eventually(async () => expect(await bench.interrupts()).toEqual(vectors));
}
