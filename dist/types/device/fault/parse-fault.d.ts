import { type FaultSpec } from './fault-spec.ts';
/**
 * Parses a fault as in a line of `info/faults` or in `hw fault`: `KIND [key=value …]`, such as
 * `dma-fail device=edu every=2`.
 *
 * - Which of the counted accesses it hits: `nth=N` only the N-th, `from=N` that one and all later ones, `every=N`,
 *   `probability=P` with `seed=N`; by default, all. It ends when it is cleared.
 * - Which accesses it counts: `register=NAME`, `bar=N`, `range=FROM-TO` (offsets), `vector=N`, `direction=read|write`
 *   of DMA and `direction=in|out` of all else, `endpoint=NAME`, `request=NAME`,
 *   `command=NAME`, `line=NAME`.
 * - `id=NAME` names it; `device=ID` names its device.
 *
 * @throws FaultSyntaxError
 */
export declare function parseFault(text: string): FaultSpec;
