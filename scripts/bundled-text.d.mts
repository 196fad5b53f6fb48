import type { Plugin } from 'vitest/config';
import type { Plugin as EsbuildPlugin } from 'esbuild';

export declare const bundledTextForEsbuild: EsbuildPlugin;
export declare const bundledTextForVite: Plugin;
