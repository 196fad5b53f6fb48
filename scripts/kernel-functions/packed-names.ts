import type { FunctionRole } from '../../src/diagnose/stack/kernel-function.ts';

const sections = ['inline', 'helper', 'entry', 'service', 'core', 'other'] as const satisfies readonly FunctionRole[];

/** A family of names: at least so many functions start with one prefix, nearly all of one role. */
const leastOfFamily = 2;
const mostOthers = 0.2;
/** Drivers that no kernel has use short prefixes, too, so there must be more functions with one. */
const shortPrefix = 5;
const leastWithShortPrefix = 8;

/**
 * The lists as text: a line for each role, then its names in order. A line starts with the number of characters that
 * it shares with the line before (in base 36). `*` at its end: every name that starts so, except for the names that
 * stand under another role. Such a family has members in other releases, too.
 */
export function packNames(roles: ReadonlyMap<string, FunctionRole>, modules: readonly string[]): string {
  const families = familiesOf(roles);
  const entries = new Map<FunctionRole, string[]>(sections.map((role) => [role, []]));
  for (const [prefix, role] of families) entries.get(role)?.push(`${prefix}*`);
  for (const [name, role] of roles) {
    const family = prefixesOf(name).find((prefix) => families.has(prefix));
    if (role !== (family === undefined ? 'other' : families.get(family))) entries.get(role)?.push(name);
  }
  const lists = sections.map((role): readonly [string, readonly string[]] => [role, entries.get(role) ?? []]);
  return [...lists, ['module', modules] as const]
    .map(([name, list]) => `\n=${name}${frontCoded([...list].sort())}`)
    .join('');
}

/** `foo_bar_baz`: `foo_`, `foo_bar_`. One letter is no family. */
export function prefixesOf(name: string): readonly string[] {
  return [...name.matchAll(/_/g)].flatMap(({ index }) => (index > 1 ? [name.slice(0, index + 1)] : []));
}

/** The shortest prefixes of families, with the role that most of each has. */
function familiesOf(roles: ReadonlyMap<string, FunctionRole>): ReadonlyMap<string, FunctionRole> {
  const counts = new Map<string, Map<FunctionRole, number>>();
  for (const [name, role] of roles) {
    for (const prefix of prefixesOf(name)) {
      const count = counts.get(prefix) ?? new Map<FunctionRole, number>();
      counts.set(prefix, count.set(role, (count.get(role) ?? 0) + 1));
    }
  }
  const all = new Map([...counts].flatMap(([prefix, count]) => familyOf(prefix, count)));
  return new Map(
    [...all].filter(([prefix]) => !prefixesOf(prefix).some((other) => other !== prefix && all.has(other))),
  );
}

function familyOf(
  prefix: string,
  count: ReadonlyMap<FunctionRole, number>,
): readonly (readonly [string, FunctionRole])[] {
  const total = [...count.values()].reduce((sum, number) => sum + number, 0);
  const least = prefix.length <= shortPrefix ? leastWithShortPrefix : leastOfFamily;
  if (total < least || (count.get('other') ?? 0) > mostOthers * total) return [];
  const [role] = [...count].reduce((most, next) => (next[1] > most[1] ? next : most));
  // A driver's function may look like a header's one; only the very name tells.
  return role === 'other' || role === 'inline' ? [] : [[prefix, role]];
}

function frontCoded(sorted: readonly string[]): string {
  return sorted
    .map((entry, index) => {
      const shared = sharedLength(sorted[index - 1] ?? '', entry);
      return `\n${shared.toString(36)}${entry.slice(shared)}`;
    })
    .join('');
}

const mostShared = 35;

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < mostShared && length < one.length && one[length] === other[length]) length += 1;
  return length;
}
