import type { I2cModel } from './i2c-definition.ts';
/** @throws DefinitionError */
export declare function checkI2cModel(model: I2cModel): void;
