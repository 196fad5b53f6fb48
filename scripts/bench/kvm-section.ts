/** The section of `docs/benchmarks.md` that `npm run test:kvm -- --write` writes, and `npm run bench` leaves alone. */
const heading = '## On KVM';

/** The section with its heading; undefined: the page has none. */
export function kvmSection(page: string): string | undefined {
  const begin = page.indexOf(`\n${heading}\n`);
  return begin < 0 ? undefined : page.slice(begin + 1).trimEnd();
}

/** The page with the section at its end, in place of an earlier one. */
export function withKvmSection(page: string, body: string): string {
  const begin = page.indexOf(`\n${heading}\n`);
  const before = begin < 0 ? page : page.slice(0, begin);
  return `${before.trimEnd()}\n\n${heading}\n\n${body.trim()}\n`;
}
