import { type FaultSpec } from './fault-spec.ts';
/**
 * Reads a fault as a line of `info/faults` or `hw fault` has it: `KIND [key=value …]`, such as `dma-fail device=edu
 * every=2`.
 *
 * - When it hits, of the accesses it counts: `nth=N` the N-th alone, `from=N` that one and all after it, `every=N`,
 *   `probability=P`
 *   with `seed=N`; none of them: all. In every case until it is cleared.
 * - What it counts: `register=NAME`, `bar=N`, `range=FROM-TO` (offsets), `vector=N`, `direction=read|write`.
 * - `id=NAME` names it, `device=ID` says whose it is.
 *
 * @throws FaultSyntaxError
 */
export declare function parseFault(text: string): FaultSpec;
