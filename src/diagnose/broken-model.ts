import { crashPlace } from '../device/instance/model-crash.ts';
import type { RunRecord } from '../run/run-record.ts';

/** What says that the hardware itself was broken: then nothing is known of the driver. Undefined: it was not. */
export function describeBrokenModel({ devices }: Pick<RunRecord, 'devices'>): string | undefined {
  for (const { id, model, crash, lost } of devices) {
    if (lost !== undefined) return `the device model ${model} (${id}) was lost: ${lost}`;
    if (crash === undefined) continue;
    const place = crashPlace(crash.stack);
    return (
      `the device model ${model} (${id}) broke at ${crash.during}: ` +
      `${crash.message}${place === undefined ? '' : `, ${place.file}:${place.line}:${place.column}`}`
    );
  }
  return undefined;
}
