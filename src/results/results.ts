import type { build, calls, cell, host } from './formats/cell-format.ts';
import type { codeCoverage } from './formats/coverage-format.ts';
import type { device, hardware } from './formats/device-format.ts';
import type { results } from './formats/results-format.ts';
import type { attempt, stage, test } from './formats/test-format.ts';
import type { Read } from './formats/values.ts';

/**
 * `results.json`, the single source of truth: everything else is rendered from it. Durations are milliseconds. Paths
 * are relative to the results directory unless said otherwise. `formats/` describes each field.
 */
export interface Results extends Read<typeof results> {}
export interface HostResult extends Read<typeof host> {}
export interface CellResult extends Read<typeof cell> {}
export interface TestResult extends Read<typeof test> {}
export interface StageResult extends Read<typeof stage> {}
export interface AttemptResult extends Read<typeof attempt> {}
export interface DeviceResult extends Read<typeof device> {}
export interface HardwareResult extends Read<typeof hardware> {}
export interface BuildResult extends Read<typeof build> {}
export interface CallsResult extends Read<typeof calls> {}
export interface CoverageResult extends Read<typeof codeCoverage> {}
export type BootResult = CellResult['boot'];
export type Totals = Results['totals'];
