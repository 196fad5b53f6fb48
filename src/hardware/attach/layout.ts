import { treePlace } from '../../device-host/tree-place.ts';
import { uartOf } from '../../device-host/uart-place.ts';
import type { BusName } from '../../device/definition/model-base.ts';
import type {
  AttachedClient,
  AttachedDevice,
  AttachedLayout,
  AttachedModel,
  BusAttachment,
  ModelSeat,
} from './attached-device.ts';
import { linkAttachment } from './link.ts';
import { serialAttachment } from './serial.ts';
import { canAttachment, usbAttachment } from './usb.ts';
import { boardAttachment, boardName, i2cAttachment, pciAttachment, treeAttachment } from './vfio-user.ts';

const attachments: Readonly<Record<BusName, BusAttachment>> = {
  pci: pciAttachment,
  usb: usbAttachment,
  serial: serialAttachment,
  link: linkAttachment,
  can: canAttachment,
  i2c: i2cAttachment,
  spi: boardAttachment,
  gpio: boardAttachment,
  platform: boardAttachment,
};

/** An I2C device on a board is one of the board's, whose driver tells of it. A serial device may be at a model. */
function attachmentOf(bus: BusName, place: string | undefined): BusAttachment {
  const uart = bus === 'serial' && place !== undefined ? uartOf(place) : undefined;
  if (uart !== undefined) return { at: uart };
  if (bus === 'platform' && place === treePlace) return treeAttachment;
  return bus === 'i2c' && place === boardName ? boardAttachment : attachments[bus];
}

/** The socket for a model: its own, or the one of the function or the device that it is behind. */
export function socketName(bus: BusName, place: string | undefined, own: string): string {
  const { sharedDevice, sharedName, device } = attachmentOf(bus, place);
  if (sharedDevice !== undefined) return sharedDevice(place);
  return sharedName === undefined || device !== undefined ? own : sharedName(place);
}

/** Collects what QEMU gets, model by model. */
export class LayoutBuilder implements AttachedLayout {
  readonly #devices: AttachedDevice[] = [];
  readonly #models = new Map<string, AttachedModel>();
  /** Of models that share a controller, or of one bus. */
  readonly #counts = new Map<string, number>();
  /** The model whose device others of its bus share, by the name of the bus. */
  readonly #firsts = new Map<string, string>();

  get devices(): readonly AttachedDevice[] {
    return this.#devices;
  }

  get models(): ReadonlyMap<string, AttachedModel> {
    return this.#models;
  }

  /** Its controller comes first, if the machine does not have that yet. */
  add(bus: BusName, seat: ModelSeat): void {
    const { at, sharedName, sharedDevice, controller, device, takesClients = false } = attachmentOf(bus, seat.place);
    const group = sharedDevice?.(seat.place);
    const first = group === undefined ? undefined : this.#firsts.get(group);
    if (first !== undefined) {
      this.#models.set(seat.id, { bus, below: first });
      return;
    }
    if (group !== undefined) this.#firsts.set(group, seat.id);
    const shared = sharedName === undefined ? undefined : `qdt.${sharedName(seat.place)}`;
    const number = (this.#counts.get(shared ?? bus) ?? 0) + 1;
    this.#counts.set(shared ?? bus, number);
    if (shared !== undefined && controller !== undefined && !this.#devices.some(({ id }) => id === shared))
      this.#devices.push(controller(shared, seat.socket));
    if (shared !== undefined && takesClients && seat.client !== undefined)
      this.#addClient(shared, { ...seat.client, model: seat.id });
    const own = device?.(seat, number);
    if (own !== undefined) this.#devices.push(group === undefined ? own : { ...own, behind: group });
    const below = at ?? shared ?? (own?.backends.length === 0 ? undefined : own?.id);
    this.#models.set(seat.id, { bus, ...(below === undefined ? {} : { below }) });
  }

  #addClient(controller: string, client: AttachedClient): void {
    const index = this.#devices.findIndex(({ id }) => id === controller);
    const device = this.#devices[index];
    if (device === undefined) throw new Error(`Internal error: ${client.model} has no ${controller}`);
    this.#devices[index] = { ...device, clients: [...(device.clients ?? []), client] };
  }
}
