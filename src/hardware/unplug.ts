import { allowedDrivers } from './drivers/allowed-drivers.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { findPeripheral } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

/** `hw unplug ID`: as a person does it who first tells the operating system. @throws HwRefusal, HwUsage, QmpError */
export async function unplugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  await findPeripheral(hardware, id);
  const { guestMs } = hardware.limits;
  using answer = hardware.events.next(({ name, data }) => {
    if (data['device'] !== id) return undefined;
    if (name === 'DEVICE_DELETED') return 'gone';
    return name === 'DEVICE_UNPLUG_GUEST_ERROR' ? 'kept' : undefined;
  }, guestMs);
  await hardware.monitor.execute('device_del', { id });
  const happened = await answer.happened;
  if (happened === 'gone') {
    await hardware.plugged.disks.settled();
    return done;
  }
  // A machine that has ended says so here.
  await hardware.monitor.execute('query-status');
  throw new HwRefusal(
    happened === 'kept'
      ? `the guest does not let go of ${id}`
      : `the guest has not let go of ${id} within ${guestMs / 1000} s`,
  );
}

/**
 * `hw remove ID`: pulled out without a word to the guest. Of QEMU's own devices the configuration then reads all ones,
 * and nothing answers at its addresses any more; its id stays taken. @throws HwRefusal, HwUsage, QmpError,
 * DeviceHostError
 */
export async function removeDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  if (hardware.models.ids.includes(id)) {
    await hardware.models.ask({ do: 'remove', device: id });
    return done;
  }
  const { driver, path } = await findPeripheral(hardware, id);
  if (allowedDrivers.get(driver)?.canVanish !== true)
    throw new HwRefusal(
      `QEMU cannot let a ${driver} vanish; it can unplug one, and these can vanish: ${vanishing().join(', ')}`,
    );
  if ((await hardware.monitor.execute('qom-get', { path, property: 'realized' })) !== true)
    throw new HwRefusal(`${id} is gone already`);
  await hardware.monitor.execute('qom-set', { path, property: 'realized', value: false });
  return done;
}

function vanishing(): readonly string[] {
  return [...allowedDrivers].filter(([, { canVanish }]) => canVanish === true).map(([driver]) => driver);
}
