/** A fault that was written down wrongly. The message quotes it, says what was expected and what was found. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
}

/** The `key=value` words of a fault. */
export type Settings = ReadonlyMap<string, string>;

/** Reads the words that follow a fault's kind; each key must be known, and stand once. @throws FaultSyntaxError */
export function readSettings(kind: string, words: readonly string[], known: readonly string[]): Settings {
  const settings = new Map<string, string>();
  for (const word of words) {
    const [, key, value] = /^([a-z]+)=(.*)$/s.exec(word) ?? [];
    if (key === undefined || value === undefined) throw new FaultSyntaxError(`expected key=value, found "${word}"`);
    if (!known.includes(key)) throw new FaultSyntaxError(`${kind} has no "${key}"; it takes ${known.join(', ')}`);
    if (settings.has(key)) throw new FaultSyntaxError(`"${key}" is given twice`);
    settings.set(key, value);
  }
  return settings;
}

/** @throws FaultSyntaxError */
export function readName(settings: Settings, key: string): string | undefined {
  const name = settings.get(key);
  if (name !== undefined && !/^[A-Za-z0-9._-]+$/.test(name))
    throw wrong(key, 'letters, digits, ".", "_" and "-"', name);
  return name;
}

const units: Readonly<Record<string, number>> = { us: 1, ms: 1000, s: 1_000_000 };

interface NumberRange {
  readonly min: number;
  readonly max?: number;
  /** What it is when it is not given; absent: it must be. */
  readonly absent?: number;
}

/** A whole number, decimal or hexadecimal. @throws FaultSyntaxError */
export function readNumber(
  settings: Settings,
  key: string,
  { min, max = Number.MAX_SAFE_INTEGER, absent }: NumberRange,
): number {
  const expected = `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`}`;
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw wrong(key, expected, text);
  return value;
}

/** Bits or an address. @throws FaultSyntaxError */
export function readMask(settings: Settings, key: string, absent?: bigint): bigint {
  const expected = 'a number such as 0x10';
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  if (!/^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text)) throw wrong(key, expected, text);
  return BigInt(text);
}

/** Microseconds. @throws FaultSyntaxError */
export function readDuration(settings: Settings, key: string, absentUs?: number, maxUs = 3_600_000_000): number {
  const expected = `a time such as 100us, 5ms or 1s, up to ${maxUs / 1_000_000}s`;
  const text = settings.get(key) ?? given(key, absentUs === undefined ? undefined : `${absentUs}us`, expected);
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)(us|ms|s)$/.exec(text) ?? [];
  const valueUs = Number(amount) * (units[unit] ?? NaN);
  if (amount === '' || !(valueUs <= maxUs)) throw wrong(key, expected, text);
  return valueUs;
}

/** @throws FaultSyntaxError */
export function readProbability(text: string): number {
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (!(value > 0 && value <= 1)) throw wrong('probability', 'a number above 0, up to 1', text);
  return value;
}

export function wrong(key: string, expected: string, found: string): FaultSyntaxError {
  return new FaultSyntaxError(`${key}: expected ${expected}, found "${found}"`);
}

function given(key: string, absent: string | undefined, expected: string): string {
  if (absent === undefined) throw new FaultSyntaxError(`${key} is missing: expected ${expected}`);
  return absent;
}
