import type { HostRequest } from '../device-host/control-protocol.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

type ClockChange = Extract<HostRequest, { do: 'clock' }>['change'];

/**
 * `hw clock DEVICE stop|resume|step TIME`: prints what time it is to the model. @throws HwRefusal, HwUsage,
 * DeviceHostError
 */
export async function changeClock(words: readonly string[], { models }: Hardware): Promise<HwResult> {
  const [id, ...change] = words;
  if (id === undefined) throw new HwUsage('expected a device model');
  if (!models.ids.includes(id))
    throw new HwRefusal(
      `${JSON.stringify(id)} is no device model; ` +
        (models.ids.length === 0 ? 'there is none' : `there are ${models.ids.join(', ')}`),
    );
  const { nowUs } = await models.ask({ do: 'clock', device: id, change: parseChange(change) });
  return { text: `${nowUs}us` };
}

const unitsUs: Readonly<Record<string, number>> = { us: 1, ms: 1000, s: 1_000_000 };
const maxStepUs = 3_600_000_000;

/** @throws HwUsage */
function parseChange([change, time, ...more]: readonly string[]): ClockChange {
  if ((change === 'stop' || change === 'resume') && time === undefined) return change;
  const [, amount = '', unit = ''] = /^(\d{1,10})(us|ms|s)$/.exec(time ?? '') ?? [];
  const stepUs = Number(amount) * (unitsUs[unit] ?? NaN);
  if (change !== 'step' || more.length > 0 || amount === '' || !(stepUs <= maxStepUs))
    throw new HwUsage('expected stop, resume, or step and a time such as 100us, 5ms or 1s, up to an hour');
  return { stepUs };
}
