import type { SourceFrame } from '../diagnose/source/code-place.ts';

/**
 * Reads what `addr2line -a -f -i`, and llvm-symbolizer in the same style, write: the address, then a line with the
 * function and one with `file:line` for each frame, the innermost first.
 * @returns frames by address, without those that the debug information does not know.
 */
export function parseFrames(output: string): ReadonlyMap<bigint, readonly SourceFrame[]> {
  const frames = new Map<bigint, SourceFrame[]>();
  let current: SourceFrame[] = [];
  let func: string | undefined;
  for (const line of output.split('\n')) {
    if (/^0x[\da-f]+$/.test(line)) {
      current = [];
      frames.set(BigInt(line), current);
      func = undefined;
    } else if (func === undefined) {
      func = line;
    } else {
      const frame = frameAt(func, line);
      if (frame !== undefined) current.push(frame);
      func = undefined;
    }
  }
  return frames;
}

/** `drivers/edu.c:120 (discriminator 3)`; what is not known is `??:0` or `edu.c:?`. */
function frameAt(func: string, place: string): SourceFrame | undefined {
  const { file, line } = /^(?<file>.+?):(?<line>\d+)(?: \(discriminator \d+\))?$/.exec(place)?.groups ?? {};
  if (file === undefined || line === undefined || file === '??' || Number(line) === 0) return undefined;
  return { function: func, file, line: Number(line) };
}
