import type { DeviceModel } from '../../device/definition/definition.ts';
import type { Bar } from '../../device/definition/register.ts';
import { configBytes } from '../../device/pci/config-space.ts';
import type { InterruptLine } from './interrupt-line.ts';
import { configRegion, errno, irqKinds, lineKind, needBytes, regionCount, words } from './message.ts';

/** A reply's body, or the error that stands for it. */
export type Answer = Buffer | number;

const deviceFlags = { reset: 1, pci: 2 } as const;
const regionFlags = { read: 1, write: 2 } as const;
const irqFlags = { eventfd: 1, maskable: 2, masksItself: 4, noResize: 8 } as const;

export function describeDevice(): Buffer {
  return words(16, deviceFlags.reset | deviceFlags.pci, regionCount, irqKinds);
}

/** Bytes of a region: a BAR, or configuration space; 0 for one that the device does not have. */
export function regionSize(model: DeviceModel, region: number): number {
  if (region === configRegion) return configBytes;
  return (model.bars as Readonly<Record<number, Bar | undefined>>)[region]?.size ?? 0;
}

/** Nothing is offered to be mapped: every access comes as a message. */
export function describeRegion(model: DeviceModel, body: Buffer): Answer {
  const region = needBytes(body, 12, 'DEVICE_GET_REGION_INFO').readUInt32LE(8);
  if (region >= regionCount) return errno.invalid;
  const size = regionSize(model, region);
  return Buffer.concat([
    words(32, size === 0 ? 0 : regionFlags.read | regionFlags.write, region, 0, size, 0),
    Buffer.alloc(8),
  ]);
}

/**
 * One of each for errors quiets a warning of QEMU's. `hasLine`: there is a relay, which can receive the line's file
 * descriptor.
 */
export function describeIrq({ interrupts: { msi = 0, msix } }: DeviceModel, hasLine: boolean, body: Buffer): Answer {
  const kind = needBytes(body, 12, 'DEVICE_GET_IRQ_INFO').readUInt32LE(8);
  if (kind >= irqKinds) return errno.invalid;
  const count = [hasLine ? 1 : 0, msi, msix?.vectors ?? 0, 1, 0][kind] ?? 0;
  const flags = irqFlags.eventfd | (kind === lineKind ? irqFlags.maskable | irqFlags.masksItself : irqFlags.noResize);
  return words(16, count === 0 ? 0 : flags, kind, count);
}

const setIrqFlags = { eventfd: 0x04, unmask: 0x10, trigger: 0x20 } as const;

/**
 * QEMU says which interrupts it wants by handing over file descriptors, which Node cannot receive; messages we know
 * from configuration space, and the line's descriptor is kept by the relay. To be told the end of an interrupt by
 * another descriptor is refused, so that QEMU says it by UNMASK.
 */
export function answerSetIrqs(line: InterruptLine, body: Buffer): Answer {
  const flags = needBytes(body, 20, 'DEVICE_SET_IRQS').readUInt32LE(4);
  const [byDescriptor, isUnmask, isTrigger] = [setIrqFlags.eventfd, setIrqFlags.unmask, setIrqFlags.trigger].map(
    (flag) => (flags & flag) !== 0,
  );
  if (isUnmask === true && byDescriptor === true) return errno.notSupported;
  // A line that QEMU listens to from now on is looked at as one that it has unmasked.
  if (body.readUInt32LE(8) === lineKind && (isUnmask === true || (isTrigger === true && byDescriptor === true)))
    line.unmask();
  return Buffer.alloc(0);
}
