import { describe, expect, it } from 'vitest';
import { defineCanNode, defineUsbDevice } from 'qemu-driver-test/device';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { CanUnit } from '../../../src/device/unit/can-unit.ts';
import { UsbUnit } from '../../../src/device/unit/usb-unit.ts';
import { boards, trees } from '../../../src/device-host/shared-functions.ts';
import { canPlaces } from '../../../src/device-host/can-places.ts';
import { i2cPlaces } from '../../../src/device-host/i2c-places.ts';
import { SerialLines } from '../../../src/device-host/serial-lines.ts';
import { serviceOf } from '../../../src/device-host/service.ts';

const seat = {
  device: 'it',
  i2c: i2cPlaces(),
  can: canPlaces(),
  lines: new SerialLines(),
  boards: boards(),
  trees: trees(),
};

describe('a fault that removes a device', () => {
  it('takes a USB device out of the machine', async () => {
    let removals = 0;
    const over = new AbortController();
    const onRemoved = (): void => {
      removals++;
      over.abort();
    };
    const stick = defineUsbDevice({
      name: 'stick',
      usb: { vendor: 1, product: 1 },
      interfaces: { only: { class: 0xff } },
    });
    const { unit } = serviceOf(stick, { time: hostTime, onRemoved }, seat);
    if (!(unit instanceof UsbUnit)) throw new Error('expected a USB device');
    unit.faults.add(parseFault('device-remove'));
    const setup = { requestType: 0x80, request: 6, value: 0x100, index: 0, length: 18 };
    await unit.carryControl(setup, Buffer.alloc(0), over.signal);
    expect(removals).toBe(1);
  });

  it('takes a CAN node from its bus, and leaves its adapter in the machine', () => {
    let removals = 0;
    const node = defineCanNode({ name: 'node' });
    const { unit } = serviceOf(node, { time: hostTime, onRemoved: () => removals++ }, seat);
    if (!(unit instanceof CanUnit)) throw new Error('expected a CAN node');
    unit.start(() => undefined);
    unit.faults.add(parseFault('device-remove nth=2'));
    const errors = Array.from({ length: 3 }, () => {
      const { error, take } = unit.hear({ id: 1, data: Uint8Array.of(1) });
      take(() => undefined);
      return error;
    });
    expect(errors).toEqual([undefined, 'ack', 'ack']);
    expect(removals).toBe(0);
  });
});
