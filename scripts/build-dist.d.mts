/** The types of build-dist.mjs, for tests and benchmarks. */
export function buildDist(outdir: string): Promise<void>;
export function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<void>;
