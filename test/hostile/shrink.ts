/** More tries would hardly make it smaller. */
const maxTries = 400;

/** A smaller text that still fails, reduced first by lines, then by parts of the rest. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let tries = 0;
  const stillFails = (candidate: string): boolean => tries++ < maxTries && fails(candidate);
  const lines = shrinkList(text.split('\n'), (kept) => stillFails(kept.join('\n'))).join('\n');
  return shrinkList(Array.from(lines), (kept) => stillFails(kept.join(''))).join('');
}

/** Leaves out halves, quarters, … down to single parts. */
function shrinkList<T>(items: readonly T[], fails: (items: readonly T[]) => boolean): readonly T[] {
  let kept = items;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (fewer.length < kept.length && fails(fewer)) kept = fewer;
      else from += size;
    }
  }
  return kept;
}

/** The same for parts of anything, with fewer tries, because each may create files. */
export async function shrinkParts<T>(
  parts: readonly T[],
  fails: (parts: readonly T[]) => Promise<boolean>,
  tries = 60,
): Promise<readonly T[]> {
  let left = tries;
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length && left > 0; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      left -= 1;
      if (fewer.length < kept.length && (await fails(fewer))) kept = fewer;
      else from += size;
    }
  }
  return kept;
}
