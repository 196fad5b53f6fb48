import type { FunctionRole } from '../../src/diagnose/stack/kernel-function.ts';

/** In this order: a name that a helper and a subsystem have is a helper's. What drivers have is on no list. */
const order: readonly FunctionRole[] = ['other', 'helper', 'entry', 'service', 'core', 'inline'];

/** Collects what has each name; `__foo`, `_foo` and `foo` are one. */
export class FunctionRoles {
  readonly #ranks = new Map<string, number>();

  add(role: FunctionRole, names: Iterable<string>): void {
    const rank = order.indexOf(role);
    for (const each of names) {
      const name = each.replace(/^_+/, '');
      this.#ranks.set(name, Math.min(rank, this.#ranks.get(name) ?? rank));
    }
  }

  all(): ReadonlyMap<string, FunctionRole> {
    return new Map([...this.#ranks].map(([name, rank]) => [name, order[rank] ?? 'other']));
  }
}
