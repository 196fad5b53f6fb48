import type { InputName } from './input-table.ts';

/** A `with:` that does not mean anything: the workflow's author has to mend it. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(input: string, message: string) {
    super(`Input ${input}: ${message}`);
  }
}

/** @throws InputError */
export function oneOfWords<const T extends string>(input: InputName, allowed: readonly T[], given: string): T {
  const found = allowed.find((word) => word === given);
  if (found === undefined)
    throw new InputError(input, `expected ${allowed.join(', ')}, found ${JSON.stringify(given)}.`);
  return found;
}
