import type { LineRelay } from '../../../src/device-host/line-relay.ts';

/** For a pool whose models have no interrupt line. */
export const noLines = (): Promise<LineRelay> => Promise.reject(new Error('no model of this test has a line'));
