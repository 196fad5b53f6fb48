import type { DeviceModel } from '../definition/definition.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import type { HardwareCoverage } from './hardware-coverage.ts';
/** Counts accesses. Its size depends only on the model. */
export declare class CoverageCounter {
    #private;
    constructor({ bars, interrupts: { msi, msix, intx, names } }: DeviceModel);
    access(kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer): void;
    dma(direction: 'read' | 'write', length: number): void;
    interrupt(vector: number): void;
    get coverage(): HardwareCoverage;
}
/** The sum for two devices of one model. If their models differ, it contains everything that either declares. */
export declare function addCoverage(a: HardwareCoverage, b: HardwareCoverage): HardwareCoverage;
