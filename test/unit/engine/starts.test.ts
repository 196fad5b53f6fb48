import { expect, it } from 'vitest';
import { obstacleOf } from '../../../src/engine/starts.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import { machine, planOf, suite } from '../plan/plan-request.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';

const supplies: CellSupplies = { ...fakeSupplies(someQemu, '/a'), statefulDevices: new Set(['e1000']) };

it.each([
  ['-m 256 -device edu', 'QEMU does not save the state of a device of its machine: edu'],
  [
    '-m 256 -device vfio-user-pci,socket=x',
    'QEMU does not save the state of a device of its machine: vfio-user-pci,socket=x',
  ],
  ['-m 256 -device e1000 -device virtio-rng-pci', undefined],
])('a cell whose machine is %s: %s', (args, obstacle) => {
  const [cell] = planOf([suite('/s/edu', ['a'])], { machines: [machine(`m=${args}`)] }).cells;
  if (cell === undefined) throw new Error('expected a cell');
  expect(obstacleOf(cell, [], supplies)).toBe(obstacle);
});

it('a cell with a balloon is cloned only by a QEMU that keeps the memory of other clones', () => {
  const [cell] = planOf([suite('/s/edu', ['a'])], { machines: [machine('m=-m 256')] }).cells;
  if (cell === undefined) throw new Error('expected a cell');
  const balloon = ['-device', 'virtio-balloon-pci'];
  const old = { ...supplies, qemu: { ...supplies.qemu, version: '7.2.19' } };
  expect(obstacleOf(cell, balloon, supplies)).toBeUndefined();
  expect(obstacleOf(cell, balloon, old)).toContain('QEMU 7.2.19 would take memory from other clones');
});
