import type { DeviceModel } from '../definition/definition.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import type { HardwareCoverage } from './hardware-coverage.ts';
/** Counts what is touched; as large as the model, however long it runs. */
export declare class CoverageCounter {
    #private;
    constructor({ bars, interrupts: { msi, msix, intx, names } }: DeviceModel);
    access(kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer): void;
    dma(direction: 'read' | 'write', length: number): void;
    interrupt(vector: number): void;
    get coverage(): HardwareCoverage;
}
/**
 * What two devices of one model saw together. Where their models differ, everything that either of them declares is in
 * it.
 */
export declare function addCoverage(a: HardwareCoverage, b: HardwareCoverage): HardwareCoverage;
