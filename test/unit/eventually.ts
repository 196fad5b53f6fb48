import { vi } from 'vitest';

/** Waits until an assertion holds. How long that may take only decides when a broken test gives up. */
export function eventually(assertion: () => unknown): Promise<unknown> {
  return vi.waitFor(assertion, { timeout: 15_000, interval: 10 });
}
