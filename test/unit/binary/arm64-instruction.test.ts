import { expect, it } from 'vitest';
import { arm64InstructionAt } from '../../../src/binary/arm64-instruction.ts';
import { flowTold } from './told-flow.ts';

/** What objdump says of words of drivers' code and of GNU as. A distance is from the start of the instruction. */
it.each([
  ['14000022', 'b', 'jump 136'],
  ['17ffffed', 'b', 'jump -76'],
  ['54001cc3', 'b.cc', 'branch 920'],
  ['54fffb6a', 'b.ge', 'branch -148'],
  ['540001a0', 'b.eq', 'branch 52'],
  ['54fffe70', 'bc.eq', 'branch -52'],
  ['35000420', 'cbnz w', 'branch 132'],
  ['35fffc14', 'cbnz w', 'branch -128'],
  ['b5000000', 'cbnz x', 'branch 0'],
  ['340001e0', 'cbz w', 'branch 60'],
  ['b4fffd36', 'cbz x', 'branch -92'],
  ['37f80574', 'tbnz w, #31', 'branch 172'],
  ['36a80ae0', 'tbz w, #21', 'branch 348'],
  ['b747ff05', 'tbnz x, #40', 'branch -32'],
  ['d61f0200', 'br x16', 'away'],
  ['d71f0822', 'braa', 'away'],
  ['d65f03c0', 'ret', 'away'],
  ['d65f0bff', 'retaa', 'away'],
  ['d69f03e0', 'eret', 'away'],
  ['97fffff7', 'bl', 'on'],
  ['d63f0020', 'blr', 'on'],
  ['d73f0822', 'blraa', 'on'],
  ['d4210000', 'brk', 'on'],
  ['d4000001', 'svc', 'on'],
  ['d503233f', 'paciasp', 'on'],
  ['d503245f', 'bti c', 'on'],
  ['a9bf7bfd', 'stp', 'on'],
  ['f9400020', 'ldr', 'on'],
  ['90000001', 'adrp', 'on'],
  ['52800023', 'mov', 'on'],
  ['00000000', 'udf', 'unknown'],
] as const)('%s is %s: %s', (word, _, flow) => {
  expect(flowTold(arm64InstructionAt(Buffer.from(word, 'hex').reverse(), 0))).toBe(flow);
});

it('is unknown where the code ends in it', () => {
  expect(arm64InstructionAt(Buffer.from([0xc0, 0x03, 0x5f]), 0)).toBeUndefined();
});
