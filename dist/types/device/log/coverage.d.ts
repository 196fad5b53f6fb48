import type { DeviceModel } from '../definition/define-device.ts';
import type { RegisterSpan } from '../register/register-names.ts';
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
