/** The first names of the table: `[` and `[[` stand together nowhere else. */
const beginning = Buffer.from('[\0[[\0', 'latin1');
const maxNameBytes = 64;

/** The names of a busybox's applets, from the table in its program: sorted, each with a NUL behind it. */
export function appletsIn(busybox: Buffer): readonly string[] {
  const start = busybox.indexOf(beginning);
  if (start < 0) return [];
  const names: string[] = [];
  for (let at = start; ; ) {
    const end = busybox.indexOf(0, at);
    if (end <= at || end - at > maxNameBytes) return names;
    const name = busybox.toString('latin1', at, end);
    const last = names.at(-1) ?? '';
    if (!/^[[\w.-]+$/.test(name) || name <= last) return names;
    names.push(name);
    at = end + 1;
  }
}
