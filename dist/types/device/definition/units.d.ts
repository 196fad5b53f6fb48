export declare const KiB = 1024;
export declare const MiB: number;
/** Microseconds, the unit of every time a model gives or is given. */
export declare const us = 1;
export declare const ms: number;
export declare const seconds: number;
