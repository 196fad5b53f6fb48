import type { PointedModel } from './pointed-register.ts';
/** The mistakes of registers that are named by a pointer. */
export declare function checkPointed(model: PointedModel): Iterable<string>;
