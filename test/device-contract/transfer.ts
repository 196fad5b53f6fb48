import { expect } from 'vitest';
import { eventually } from '../unit/eventually.ts';
import type { DeviceBench } from './bench.ts';

/** Makes the device fetch (mode 0) or send (mode 1), and returns its result register; 0: nothing happened. */
export async function transfer(
  { machine, settle, unit }: DeviceBench,
  { address, length, mode }: { address: number; length: number; mode: 0 | 1 },
): Promise<number> {
  await machine.write('ADDRESS', BigInt(address));
  await machine.write('LENGTH', length);
  await machine.write('CONTROL', (mode << 2) | 1);
  const isHanging = unit.faults.all.some(({ spec }) => spec.effect.kind === 'dma-hang');
  if (isHanging) await settle();
  else await eventually(async () => expect(await machine.read('RESULT')).not.toBe(0));
  await settle();
  return await machine.read('RESULT');
}
