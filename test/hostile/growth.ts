/** Linear work makes four times the text take four times as long; quadratic work sixteen times. */
const factor = 4;
const mostGrowth = 9;
/** So little is linear, even if a busy host slowed the small text down. */
const surelyLinear = 5;
/** Shorter times are noise. */
const noiseMs = 0.3;
const rounds = 8;

export interface Growth {
  readonly smallMs: number;
  readonly largeMs: number;
}

/**
 * How the time of reading grows with the text; undefined if it is linear. A worse result is measured again on four
 * times the text: chance does not repeat itself, and quadratic time is worse there.
 */
export function excessiveGrowth(
  read: (text: string) => void,
  textOf: (chars: number) => string,
  chars: number,
): Growth | undefined {
  return growthAt(read, textOf, chars) && growthAt(read, textOf, factor * chars);
}

/**
 * Takes the minimum of several alternating runs, in processor time of this process, so that a busy host does not
 * matter much. What is clearly linear is not measured again; all else until the small text had its best time.
 */
function growthAt(read: (text: string) => void, textOf: (chars: number) => string, chars: number): Growth | undefined {
  const [small, large] = [textOf(chars), textOf(factor * chars)];
  let smallMs = Infinity;
  let largeMs = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    largeMs = Math.min(largeMs, timeOf(read, large));
    if (largeMs <= mostGrowth * noiseMs) return undefined;
    smallMs = Math.min(smallMs, timeOf(read, small));
    if (round > 0 && largeMs <= surelyLinear * smallMs) return undefined;
  }
  return largeMs <= mostGrowth * Math.max(smallMs, noiseMs) ? undefined : { smallMs, largeMs };
}

function timeOf(read: (text: string) => void, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
