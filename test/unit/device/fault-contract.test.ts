import { describe, expect, it } from 'vitest';
import { ms } from 'qemu-driver-test/device';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { benches } from './benches.ts';
import { transfer } from './transfer.ts';

describe.each(benches)('a faulty device %s', (_name, makeBench) => {
  it('drops the third interrupt alone, and knows that it did', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('irq-drop nth=3'));
    for (const vector of [0, 1, 2, 3]) await bench.machine.write('BELL', vector);
    await bench.settle();
    expect(bench.messages).toEqual([0, 1, 3]);
    expect(bench.unit.faults.report('irq-drop')).toMatchObject({ fired: 1, counted: 4, first: { access: 'interrupt 2' }, last: { access: 'interrupt 2' } });
  });

  it('delays an interrupt, by the clock of the device', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('irq-delay by=5ms vector=1'));
    await bench.machine.write('BELL', 1);
    await bench.machine.write('BELL', 0);
    await bench.settle();
    expect(bench.messages).toEqual([0]);
    bench.unit.clock.step(5 * ms);
    await bench.settle();
    expect(bench.messages).toEqual([0, 1]);
  });

  it('sends an interrupt twice, and in a storm until it is cleared', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('irq-duplicate nth=1'));
    bench.unit.faults.add(parseFault('irq-storm times=100 apart=1ms nth=2'));
    await bench.machine.write('BELL', 0);
    await bench.machine.write('BELL', 1);
    bench.unit.clock.step(3 * ms);
    bench.unit.faults.clear('irq-storm');
    bench.unit.clock.step(100 * ms);
    await bench.settle();
    expect(bench.messages).toEqual([0, 0, 1, 1, 1, 1]);
  });

  it('fails every second transfer', async () => {
    await using bench = await makeBench();
    const { address } = bench.machine.memory.allocate(64);
    bench.unit.faults.add(parseFault('dma-fail every=2'));
    const results: number[] = [];
    for (let count = 0; count < 4; count++) results.push(await transfer(bench, { address, length: 64, mode: 0 }));
    expect(results).toEqual([1, 0x82, 1, 0x82]);
  });

  it('lets a transfer hang, until a reset', async () => {
    await using bench = await makeBench();
    const { address } = bench.machine.memory.allocate(64);
    bench.unit.faults.add(parseFault('dma-hang nth=1'));
    expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(0);
    expect(await bench.machine.read('CONTROL')).toBe(0x8000_0000);
    await bench.machine.reset();
    await bench.machine.enable('msi');
    expect(await transfer(bench, { address, length: 64, mode: 0 })).toBe(1);
  });

  it.each([
    ['dma-truncate bytes=3', 'abc.....', '........'],
    ['dma-corrupt byte=1 mask=0x01', 'accdefgh', '........'],
    ['dma-misdirect by=8', '........', 'abcdefgh'],
  ])('writes memory wrongly: %s', async (fault, here, behind) => {
    await using bench = await makeBench();
    const source = bench.machine.memory.allocate(8);
    source.bytes.write('abcdefgh');
    const target = bench.machine.memory.allocate(16);
    target.bytes.fill('.');
    await transfer(bench, { address: source.address, length: 8, mode: 0 });
    bench.unit.faults.add(parseFault(`${fault} direction=write`));
    await transfer(bench, { address: target.address, length: 8, mode: 1 });
    expect(target.bytes.toString()).toBe(here + behind);
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

  it('answers late', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('read-late register=ID by=20ms'));
    let answer: number | undefined;
    const reading = bench.machine.read('ID').then((value) => (answer = value));
    await bench.settle();
    expect(await bench.machine.read('SCRATCH')).toBe(0x11223344);
    expect(answer).toBeUndefined();
    bench.unit.clock.step(20 * ms);
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

  it('loses its link, and has it again when the fault is cleared', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('link-down register=ID nth=2'));
    expect([await bench.machine.read('ID'), await bench.machine.read('ID'), await bench.machine.read('SCRATCH')]).toEqual([0xcafe0042, 0xffff_ffff, 0xffff_ffff]);
    await bench.machine.write('BELL', 0);
    bench.unit.faults.clear('link-down');
    await bench.machine.write('BELL', 1);
    await bench.settle();
    expect(bench.messages).toEqual([1]);
    expect(await bench.machine.read('ID')).toBe(0xcafe0042);
  });

  it('is pulled out for good', async () => {
    await using bench = await makeBench();
    bench.unit.faults.add(parseFault('device-remove nth=2'));
    expect([await bench.machine.read('ID'), await bench.machine.read('ID')]).toEqual([0xcafe0042, 0xffff_ffff]);
    bench.unit.faults.clear();
    expect(await bench.machine.read('ID')).toBe(0xffff_ffff);
  });
});
