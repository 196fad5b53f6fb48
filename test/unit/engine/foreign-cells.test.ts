import { expect, it } from 'vitest';
import { acceleratorForCells } from '../../../src/engine/accelerator.ts';
import { RunAccelerator } from '../../../src/engine/run-accelerator.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import { kernel, planOf, suite } from '../plan/plan-request.ts';

const promising = { kind: 'promising' } as const;

function cellsOf(...kernels: readonly string[]): readonly Cell[] {
  return planOf([suite('/work/tests', ['a'])], { kernels: kernels.map(kernel) }).cells;
}

it('a run of other architectures alone is emulated, and says why', () => {
  expect(acceleratorForCells('auto', cellsOf('debian:6.12:arm64'), promising)).toMatchObject({
    accelerator: 'tcg',
    reason: "KVM runs guests of this host's architecture only: amd64",
  });
});

it('KVM is refused if a kernel is for another architecture', () => {
  expect(() => acceleratorForCells('kvm', cellsOf('debian:6.12', 'debian:6.12:arm64'), promising)).toThrow(
    '--accel kvm: debian:6.12:arm64 is for arm64.',
  );
});

it('in a run of both, KVM is for those that it can run', () => {
  const cells = cellsOf('debian:6.12', 'debian:6.12:arm64');
  const choice = acceleratorForCells('auto', cells, promising);
  const accelerator = new RunAccelerator(choice, () => undefined);
  expect(cells.map((cell) => [cell.id, accelerator.of(cell), accelerator.choiceFor(cell).accelerator])).toEqual([
    ['debian-6.12-default', 'kvm', 'kvm'],
    ['debian-6.12-arm64-default', 'tcg', 'tcg'],
  ]);
});
