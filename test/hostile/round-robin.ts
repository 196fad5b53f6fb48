import type { Family } from './family.ts';

export interface Siege {
  readonly families: readonly Family[];
  /** The seed of the first attack; each later one has the next. */
  readonly seed: number;
  /** Attacks start until then. Each family runs at least once. */
  readonly lastsMs: number;
  /** Called before each attack. */
  readonly onAttack: (what: string) => void;
}

export interface FamilyReport {
  readonly name: string;
  attacks: number;
  slowestMs: number;
  slowestSeed: number;
  /** Memory of this process after an attack. */
  mostMemoryMiB: number;
}

/** A family, a seed, and the failure. */
export interface Breach {
  readonly family: string;
  readonly seed: number;
  readonly complaint: string;
}

/** Fast families run more often. */
const turnLastsMs = 500;

/** More is a leak, or an unbounded structure. */
const mostMemoryMiB = 1536;

/** Runs all families in turn until time is up or something breaks, and updates the reports. */
export async function attackAll(
  { families, seed: first, lastsMs, onAttack }: Siege,
  reports: FamilyReport[],
): Promise<Breach | undefined> {
  reports.push(
    ...families.map(({ name }) => ({ name, attacks: 0, slowestMs: 0, slowestSeed: first, mostMemoryMiB: 0 })),
  );
  const startedMs = performance.now();
  for (let round = 0; round === 0 || performance.now() - startedMs < lastsMs; round++) {
    for (const [index, family] of families.entries()) {
      const report = reports[index];
      if (report === undefined) continue;
      const turnMs = performance.now();
      do {
        const seed = first + report.attacks;
        onAttack(replay(family.name, seed));
        const complaint = await complaintOf(family, seed, report);
        if (complaint !== undefined) return { family: family.name, seed, complaint };
      } while (lastsMs > 0 && performance.now() - turnMs < turnLastsMs);
    }
  }
  return undefined;
}

/** The command that repeats it. */
export function replay(family: string, seed: number): string {
  return `npm run hostile -- --family ${family} --seed ${seed}`;
}

async function complaintOf({ attack }: Family, seed: number, report: FamilyReport): Promise<string | undefined> {
  const startedMs = performance.now();
  try {
    await attack(seed);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const tookMs = performance.now() - startedMs;
  if (tookMs > report.slowestMs) Object.assign(report, { slowestMs: tookMs, slowestSeed: seed });
  report.attacks++;
  const memoryMiB = process.memoryUsage.rss() / 1024 ** 2;
  report.mostMemoryMiB = Math.max(report.mostMemoryMiB, memoryMiB);
  return memoryMiB > mostMemoryMiB
    ? `this process has ${memoryMiB.toFixed(0)} MiB, more than ${mostMemoryMiB}`
    : undefined;
}
