import type { PciModel } from '../definition/definition.ts';
import { type HostBus, PciFunction } from '../pci/pci-function.ts';
import type { UartLine } from '../serial/uart-line.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** A PCI device: instance → faults → log → PCI function → a machine. */
export declare class PciUnit extends DeviceUnit<PciModel> {
    #private;
    constructor(model: PciModel, options: UnitOptions);
    /** Undefined: it is no UART. */
    get line(): UartLine | undefined;
    protected get device(): object;
    /** Connects it to a machine. It may be connected to another one later, after a reset. */
    plugInto(bus: HostBus): PciFunction;
}
