import type { BusClient } from '../../device-host/control-protocol.ts';
import type { BusName } from '../../device/definition/model-base.ts';

/** The host's end of a device in QEMU, at the socket of a model. It is there before the device. */
export interface Backend {
  /** `bytes`: QEMU's character device; `frames`: its network. */
  readonly kind: 'bytes' | 'frames';
  readonly id: string;
  readonly socket: string;
}

/** A device that QEMU has for models. */
export interface AttachedDevice {
  readonly id: string;
  /** The id in `info/devices`; absent: a controller that several models share. */
  readonly model?: string;
  /** The bus behind it, if that can have several models; `model` is the first of them. */
  readonly behind?: string;
  readonly driver: string;
  /** Besides its driver, its id and its slot. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly backends: readonly Backend[];
  /** `slot`: a PCI function with a slot of its own; `controller`: its properties name the bus of a controller. */
  readonly place: 'slot' | 'controller';
  /** The kernel gives its port the first free name of serial ports. */
  readonly isSerialPort?: true;
  /** The machine's tree says that its first registers are at this address. The agent puts them there. */
  readonly registersAt?: number;
  /** What the guest has when it has found the device; absent: the PCI function is all. */
  readonly sign?: Sign;
  /** Devices of which the guest is told when it has found the sign, which is their adapter. */
  readonly clients?: readonly AttachedClient[];
}

export interface AttachedClient extends BusClient {
  /** The id in `info/devices`. */
  readonly model: string;
}

/** Paths below a PCI function in the guest's /sys: one is enough. A `*` stands for any characters of one name. */
export interface Sign {
  /** QEMU's id of the function. */
  readonly pciDevice: string;
  readonly paths: readonly string[];
}

/** What QEMU has for the models of a machine. */
export interface AttachedLayout {
  /** In the order in which the guest must find them. */
  readonly devices: readonly AttachedDevice[];
  readonly models: ReadonlyMap<string, AttachedModel>;
}

export interface AttachedModel {
  readonly bus: BusName;
  /** The id of the device below which it hangs, or of another model; absent: it is a PCI function of its own. */
  readonly below?: string;
}

export const emptyLayout: AttachedLayout = { devices: [], models: new Map() };

/** A model that has been created at its socket. */
export interface ModelSeat {
  readonly id: string;
  readonly socket: string;
  /** The value of `bus=` in `info/devices`. */
  readonly place?: string | undefined;
  /** The value of `nic=`. */
  readonly nic?: string | undefined;
  readonly client?: BusClient | undefined;
}

/** How the models of a bus become devices of QEMU. */
export interface BusAttachment {
  /** The model at which it is: QEMU knows nothing of it. */
  readonly at?: string;
  /** The kernel is told of the devices, because its driver does not know them; absent: it does. */
  readonly takesClients?: boolean;
  /** The name of what several models share, for its id and its socket; absent: each has its own. */
  readonly sharedName?: (place: string | undefined) => string;
  /** The name of a bus whose models are behind one device, that of the first of them; absent: each has its own. */
  readonly sharedDevice?: (place: string | undefined) => string;
  /** The device that the first model of a shared name brings. */
  readonly controller?: (id: string, socket: string) => AttachedDevice;
  /**
   * `number`: of the models that share a controller, or else of this bus's models in the machine, from 1. Absent: the
   * controller is all that QEMU knows.
   */
  readonly device?: (seat: ModelSeat, number: number) => AttachedDevice;
}
