import { describe, expect, it } from 'vitest';
import { arm64InstructionAt } from '../../../src/binary/arm64-instruction.ts';
import { x86InstructionAt } from '../../../src/binary/x86-instruction.ts';
import { pointSpans, type SectionCode } from '../../../src/coverage/code-blocks.ts';

/** A call takes five bytes, of which the loader writes four. */
const call = [0xe8, 0, 0, 0, 0];
const nop = [0x90];
const ret = [0xc3];

function section(parts: readonly (readonly number[])[], points: readonly number[], entries = [0]): SectionCode {
  return {
    code: Buffer.from(parts.flat()),
    instructionAt: x86InstructionAt,
    entries: new Set(entries),
    relocated: new Set(points.map((point) => point + 1)),
    points: new Set(points),
  };
}

describe('a point stands for', () => {
  it('the whole of its block, also what comes before it', () => {
    expect(pointSpans(section([nop, call, nop, ret], [1]))).toEqual([{ start: 0, end: 8, point: 1 }]);
  });

  it('no block on the other side of a branch', () => {
    // nop; call; je +1; nop; ret: the nop has no point of its own.
    const code = section([nop, call, [0x74, 1], nop, ret], [1]);
    expect(pointSpans(code)).toEqual([{ start: 0, end: 8, point: 1 }]);
  });

  it('a block that only follows it, by a jump and from nowhere else', () => {
    // call; jmp +1; ret (nobody comes here); ret
    const code = section([call, [0xeb, 1], ret, ret], [0]);
    expect(pointSpans(code)).toEqual([
      { start: 0, end: 7, point: 0 },
      { start: 8, end: 9, point: 0 },
    ]);
  });

  it('no block into which something else leads', () => {
    const code = section([call, [0xeb, 1], ret, ret], [0], [0, 8]);
    expect(pointSpans(code)).toEqual([{ start: 0, end: 7, point: 0 }]);
  });

  it('what comes before the next one in the same block', () => {
    const code = section([call, nop, call, ret], [0, 6]);
    expect(pointSpans(code)).toEqual([
      { start: 0, end: 6, point: 0 },
      { start: 6, end: 12, point: 6 },
    ]);
  });

  it('nothing behind an unknown instruction, up to the next function', () => {
    const code = section([call, [0x06], nop, call, ret], [0, 7], [0, 7]);
    expect(pointSpans(code)).toEqual([
      { start: 0, end: 5, point: 0 },
      { start: 7, end: 13, point: 7 },
    ]);
  });
});

it('on arm64 a point is one instruction, which the loader completes as a whole', () => {
  // bl; cbz +8; nop; ret, and a jump whose distance is not known yet: the nop has no point of its own.
  const words = [0x94000000, 0xb4000040, 0xd503201f, 0xd65f03c0, 0x94000000, 0x14000000];
  const code = Buffer.from(new Uint32Array(words).buffer);
  const spans = pointSpans({
    code,
    instructionAt: arm64InstructionAt,
    entries: new Set([0, 16]),
    relocated: new Set([0, 16, 20]),
    points: new Set([0, 16]),
  });
  expect(spans).toEqual([
    { start: 0, end: 8, point: 0 },
    { start: 16, end: 24, point: 16 },
  ]);
});
