import type { DeviceModel } from './define-device.ts';
/** A description of a device that cannot be. One problem a line. */
export declare class DefinitionError extends Error {
    readonly name = "DefinitionError";
}
/** @throws DefinitionError */
export declare function checkDefinition(model: DeviceModel): void;
