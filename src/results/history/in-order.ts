const collator = new Intl.Collator('en', { numeric: true });

/** `debian-6.12` is after `debian-6.1`, and names that differ in case only have an order, too. */
export function inOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
