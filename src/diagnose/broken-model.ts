import type { RunRecord } from '../run/run-record.ts';

/** What says that the hardware itself was broken: then nothing is known of the driver. Undefined: it was not. */
export function describeBrokenModel({ devices }: Pick<RunRecord, 'devices'>): string | undefined {
  for (const { id, model, crash } of devices) {
    if (crash === undefined) continue;
    const place = firstPlace(crash.stack);
    return `the device model ${model} (${id}) broke at ${crash.during}: ${crash.message}${place === undefined ? '' : `, ${place}`}`;
  }
  return undefined;
}

/** `/suite/edu.ts:12:3` of a stack, whose first frame is where it broke. */
function firstPlace(stack: string): string | undefined {
  const [, place] = /^\s+at (?:.*\()?((?:file:\/\/)?\/[^)\n]*:\d+:\d+)\)?$/m.exec(stack) ?? [];
  return place?.replace(/^file:\/\//, '');
}
