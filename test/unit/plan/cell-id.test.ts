import { expect, it } from 'vitest';
import { cellIds } from '../../../src/plan/cell-id.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import { kernel, machine, qemu } from './plan-request.ts';

const cell = (kernelText: string, machineText = 'm=-m 1', qemuText = 'default'): Omit<Cell, 'id'> => ({
  kernel: kernel(kernelText),
  machine: machine(machineText),
  qemu: qemu(qemuText),
  arch: 'x86_64',
});

it.each<readonly [title: string, cells: readonly Omit<Cell, 'id'>[], ids: readonly string[]]>([
  [
    'kernel and machine',
    [cell('debian:6.1'), cell('debian:6.12-cloud', 'big=-m 2')],
    ['debian-6.1-m', 'debian-6.12-cloud-big'],
  ],
  ['the file name of a path', [cell('/boot/vmlinuz-6.1.0-56-amd64')], ['vmlinuz-6.1.0-56-amd64-m']],
  ['no more of a path than is safe', [cell('/tmp/.my kernel:ü(1)'), cell('/tmp/日本')], ['my-kernel-1--m', 'kernel-m']],
  [
    'the QEMU where only that differs',
    [
      cell('debian:6.1', 'm=', 'host'),
      cell('debian:6.1', 'm=', './q/qemu'),
      cell('debian:6.1', 'm=', 'debian:trixie'),
      cell('debian:6.12'),
    ],
    ['debian-6.1-m-qemu-host', 'debian-6.1-m-qemu-q-qemu', 'debian-6.1-m-qemu-debian-trixie', 'debian-6.12-m'],
  ],
  [
    'the path as written where file names are the same',
    [cell('a/bzImage'), cell('b/bzImage')],
    ['bzImage-m-a-bzImage', 'bzImage-m-b-bzImage'],
  ],
  ['the modules where only they differ', [cell('k'), cell('k,modules=lib')], ['k-m-k', 'k-m-k-modules-lib']],
  ['a number where nothing else helps', [cell('a b/k'), cell('a+b/k')], ['k-m', 'k-m-2']],
  [
    'the path of a file that is named like a distribution',
    [cell('debian:6.1'), cell('./debian_6.1'), cell('x/debian-6.1')],
    ['debian-6.1-m', 'debian_6.1-m', 'debian-6.1-m-x-debian-6.1'],
  ],
  ['a number where only case differs', [cell('a/K'), cell('a/k')], ['K-m-a-K', 'k-m-a-k-2']],
  [
    'a number that no machine has in its name',
    [cell('k', 'm-2='), cell('a b/k', 'm='), cell('a+b/k', 'm=')],
    ['k-m-2', 'k-m', 'k-m-3'],
  ],
])('a cell id has %s', (_title, cells, ids) => {
  expect(cellIds(cells)).toEqual(ids);
});

it('is a short file name even for a long path', () => {
  const [id] = cellIds([cell(`/${'x'.repeat(200)}`)]);
  expect(id).toBe(`${'x'.repeat(60)}-m`);
});
