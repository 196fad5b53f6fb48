import { shrinkParts } from './shrink.ts';

/** One kind of untrusted input, generated at random. */
export interface Family {
  readonly name: string;
  /**
   * Generates input from this seed and passes it to all its readers. Throws, with the seed and the minimal input, when
   * something breaks.
   */
  readonly attack: (seed: number) => void | Promise<void>;
}

/** An attack made of parts, so that it also works with fewer of them. */
export interface Attack<T> {
  readonly what: string;
  readonly seed: number;
  readonly parts: readonly T[];
  /** The problem with the result; undefined: none. An exception is a problem, too. */
  readonly complaintOf: (parts: readonly T[]) => string | undefined | Promise<string | undefined>;
}

/** Even on a busy host, no generated input takes this long. */
const limitMs = 60_000;
/** For shrinking input that did not end: smaller inputs get less time. */
const shrinkLimitMs = 3000;
const shownChars = 3000;

/** @throws Error with the seed and the minimal parts that break it */
export async function attackWith<T>({ what, seed, parts, complaintOf }: Attack<T>): Promise<void> {
  const complaint = async (some: readonly T[], withinMs = shrinkLimitMs): Promise<string | undefined> => {
    try {
      return await inTime(Promise.resolve(complaintOf(some)), withinMs);
    } catch (error) {
      return `it threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    }
  };
  const first = await complaint(parts, limitMs);
  if (first === undefined) return;
  const least = await shrinkParts(parts, async (some) => (await complaint(some)) !== undefined);
  const told = (await complaint(least)) ?? `${first} (only once)`;
  throw new Error(`${what} of seed ${seed}: ${told}; made of ${show(least)}`);
}

async function inTime(work: Promise<string | undefined>, withinMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`it has not ended within ${withinMs / 1000} s`), withinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function show(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts, (_key, value: unknown) =>
    isBytes(value) ? Buffer.from(value.data).toString('latin1') : value,
  );
  return text.length <= shownChars ? text : `${text.slice(0, shownChars)}… (${text.length} characters)`;
}

/** The form of a Buffer when a replacer sees it. */
function isBytes(value: unknown): value is { readonly data: readonly number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;
}
