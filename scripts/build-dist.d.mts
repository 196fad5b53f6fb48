export declare function buildDist(outdir: string): Promise<void>;
export declare function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<void>;
