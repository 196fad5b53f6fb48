/** Letters as runs: `ppppF` is `p4F`. A test that always passed is a few characters, however often it was run. */
export function encodeRuns(letters: string): string {
  const runs: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const letter = letters.charAt(at);
    let end = at + 1;
    while (end < letters.length && letters.charAt(end) === letter) end++;
    runs.push(end - at === 1 ? letter : `${letter}${end - at}`);
    at = end;
  }
  return runs.join('');
}

/** The letters again, at most `max` of them. */
export function decodeRuns(runs: string, max: number): string {
  const letters: string[] = [];
  let room = max;
  for (const [, letter = '', count = ''] of runs.matchAll(/(\D)(\d*)/g)) {
    const length = Math.min(room, count === '' ? 1 : Number(count));
    letters.push(letter.repeat(length));
    room -= length;
  }
  return letters.join('');
}
