import { expect, it } from 'vitest';
import { riscvInstructionAt } from '../../../src/binary/riscv-instruction.ts';
import { flowTold } from './told-flow.ts';

/** What objdump says of words of drivers' code and of GNU as. A distance is from the start of the instruction. */
it.each([
  ['02978863', 'beq', 'branch 48'],
  ['f80a0ae3', 'beq', 'branch -108'],
  ['f5255fe3', 'bge', 'branch -162'],
  ['00e7ff63', 'bgeu', 'branch 30'],
  ['0b594463', 'blt', 'branch 168'],
  ['5d27ef63', 'bltu', 'branch 1502'],
  ['cc0513e3', 'bne', 'branch -826'],
  ['c385', 'c.beqz', 'branch 32'],
  ['c559', 'c.beqz', 'branch 142'],
  ['d145', 'c.beqz', 'branch -96'],
  ['ef9d', 'c.bnez', 'branch 62'],
  ['a81d', 'c.j', 'jump 54'],
  ['a08d', 'c.j', 'jump 98'],
  ['bf61', 'c.j', 'jump -104'],
  ['0000006f', 'jal zero', 'jump 0'],
  ['7a50006f', 'jal zero', 'jump 4004'],
  ['ffdff0ef', 'jal ra', 'on'],
  ['000080e7', 'jalr ra', 'on'],
  ['00030067', 'jalr zero', 'away'],
  ['8082', 'c.jr ra', 'away'],
  ['8782', 'c.jr a5', 'away'],
  ['9782', 'c.jalr a5', 'on'],
  ['9002', 'c.ebreak', 'on'],
  ['10200073', 'sret', 'away'],
  ['30200073', 'mret', 'away'],
  ['10500073', 'wfi', 'on'],
  ['852e', 'c.mv', 'on'],
  ['952e', 'c.add', 'on'],
  ['2505', 'c.addiw', 'on'],
  ['0001', 'c.nop', 'on'],
  ['00000097', 'auipc', 'on'],
  ['000f47b7', 'lui', 'on'],
  ['0000', 'c.unimp', 'unknown'],
] as const)('%s is %s: %s', (word, _, flow) => {
  const found = riscvInstructionAt(Buffer.from(word, 'hex').reverse(), 0);
  expect(flowTold(found)).toBe(flow);
  expect(found?.lengthBytes ?? word.length / 2).toBe(word.length / 2);
});

it('is unknown where the code ends in it', () => {
  expect(riscvInstructionAt(Buffer.from('9780', 'hex'), 0)).toBeUndefined();
});
