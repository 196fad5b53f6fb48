import type { PciModel } from '../../device/definition/definition.ts';
import type { Bar } from '../../device/definition/register.ts';
import { configBytes } from '../../device/pci/config-space.ts';
import type { InterruptLine } from './interrupt-line.ts';
import {
  commands,
  configRegion,
  errno,
  irqKinds,
  lineKind,
  type Message,
  needBytes,
  regionCount,
  words,
} from './message.ts';
import type { Expected } from './wire.ts';

/** A reply's body, or an error number. */
export type Answer = Buffer | number;

const deviceFlags = { reset: 1, pci: 2 } as const;
const regionFlags = { read: 1, write: 2 } as const;
const irqFlags = { eventfd: 1, maskable: 2, masksItself: 4, noResize: 8 } as const;

export function describeDevice(): Buffer {
  return words(16, deviceFlags.reset | deviceFlags.pci, regionCount, irqKinds);
}

/** The size of a region: a BAR, or configuration space; 0 for a missing one. */
export function regionSize(model: PciModel, region: number): number {
  if (region === configRegion) return configBytes;
  return (model.bars as Readonly<Record<number, Bar | undefined>>)[region]?.size ?? 0;
}

/** No region can be mapped, so every access arrives as a message. */
export function describeRegion(model: PciModel, body: Buffer): Answer {
  const region = needBytes(body, 12, 'DEVICE_GET_REGION_INFO').readUInt32LE(8);
  if (region >= regionCount) return errno.invalid;
  const size = regionSize(model, region);
  return Buffer.concat([
    words(32, size === 0 ? 0 : regionFlags.read | regionFlags.write, region, 0, size, 0),
    Buffer.alloc(8),
  ]);
}

/**
 * Errors get one interrupt, to avoid a warning of QEMU's. `hasLine`: there is a relay, which can receive the line's
 * file descriptor.
 */
export function describeIrq({ interrupts: { msi = 0, msix } }: PciModel, hasLine: boolean, body: Buffer): Answer {
  const kind = needBytes(body, 12, 'DEVICE_GET_IRQ_INFO').readUInt32LE(8);
  if (kind >= irqKinds) return errno.invalid;
  const count = [hasLine ? 1 : 0, msi, msix?.vectors ?? 0, 1, 0][kind] ?? 0;
  const flags = irqFlags.eventfd | (kind === lineKind ? irqFlags.maskable | irqFlags.masksItself : irqFlags.noResize);
  return words(16, count === 0 ? 0 : flags, kind, count);
}

const setIrqFlags = { eventfd: 0x04, unmask: 0x10, trigger: 0x20 } as const;

/** SET_IRQS for the line, whose descriptor comes along. */
export function bringsLine(body: Buffer): boolean {
  const both = setIrqFlags.eventfd | setIrqFlags.trigger;
  return body.length >= 20 && body.readUInt32LE(8) === lineKind && (body.readUInt32LE(4) & both) === both;
}

/** SET_IRQS after an access that may have ended an interrupt. */
function isUnmask(body: Buffer): boolean {
  return body.length >= 8 && (body.readUInt32LE(4) & setIrqFlags.unmask) !== 0;
}

/**
 * QEMU requests interrupts by sending file descriptors, which Node cannot receive. Messages are known from
 * configuration space, and the relay keeps the line's descriptor. A descriptor for the end of an interrupt is refused,
 * so that QEMU sends UNMASK instead.
 */
export function answerSetIrqs(line: InterruptLine, body: Buffer): Answer {
  const flags = needBytes(body, 20, 'DEVICE_SET_IRQS').readUInt32LE(4);
  const [byDescriptor, isUnmask, isTrigger] = [setIrqFlags.eventfd, setIrqFlags.unmask, setIrqFlags.trigger].map(
    (flag) => (flags & flag) !== 0,
  );
  if (isUnmask === true && byDescriptor === true) return errno.notSupported;
  // When QEMU starts to listen to the line, it is treated as unmasked.
  if (body.readUInt32LE(8) === lineKind && (isUnmask === true || (isTrigger === true && byDescriptor === true)))
    line.unmask();
  return Buffer.alloc(0);
}

/**
 * QEMU sends the line's descriptor when it connects, after a reset, and when the guest has disabled messages in
 * configuration space, so never after an access to a BAR. Undefined: as before.
 */
export function expectedAfter({ kind, command, body }: Message): Expected | undefined {
  if (kind === 'reply' || (command === commands.setIrqs && isUnmask(body))) return undefined;
  const isAccess = command === commands.regionRead || command === commands.regionWrite;
  return isAccess && body.length >= 12 && body.readUInt32LE(8) !== configRegion ? 'accesses' : 'a descriptor';
}
