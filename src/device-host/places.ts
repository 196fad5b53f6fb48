import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** What the devices at a place share, and how. */
export interface SharedBus<Bus, Member> {
  /** The bus of a device without a place. */
  readonly first: string;
  readonly make: () => Bus;
  /** What QEMU gets of the bus, at a socket. @throws UnservableModel @throws SystemError */
  readonly serve: (bus: Bus, socket: string, listener: ServiceListener) => Promise<ServedDevice>;
  /** Whether any bus of this kind can have the device. @throws UnservableModel */
  readonly check: (member: Member) => void;
  /** @throws an error for a device for which there is no room on the bus */
  readonly add: (bus: Bus, member: Member) => void;
  /** From now on, it is no longer on the bus. */
  readonly remove: (bus: Bus, member: Member) => void;
}

interface Place<Bus> {
  readonly bus: Bus;
  readonly members: Set<ServiceListener>;
  /** The controller at its socket. */
  readonly controller: ServedDevice;
  isConnected: boolean;
}

export interface PlaceWanted {
  /** As in `bus=`. */
  readonly name: string | undefined;
  /** For the controller. */
  readonly socket: string;
}

/**
 * The buses of one kind in a machine. The first device of a bus makes its controller, with a socket for QEMU; later
 * ones join, and need none. The last to leave takes the controller along.
 */
export class Places<Bus, Member> {
  readonly #shared: SharedBus<Bus, Member>;
  readonly #places = new Map<string, Place<Bus>>();

  constructor(shared: SharedBus<Bus, Member>) {
    this.#shared = shared;
  }

  /** @throws UnservableModel @throws SystemError @throws what `add` throws */
  async join(
    member: Member,
    { name = this.#shared.first, socket }: PlaceWanted,
    listener: ServiceListener,
  ): Promise<ServedDevice> {
    const { check, add, remove } = this.#shared;
    check(member);
    const place = this.#places.get(name) ?? (await this.#make(name, socket));
    add(place.bus, member);
    place.members.add(listener);
    if (place.isConnected) listener.onConnected();
    return {
      path: place.controller.path,
      remove: () => remove(place.bus, member),
      transfersDone: () => place.controller.transfersDone(),
      [Symbol.dispose]: () => {
        remove(place.bus, member);
        place.members.delete(listener);
        if (place.members.size === 0) this.#end(name, place);
      },
    };
  }

  async #make(name: string, socket: string): Promise<Place<Bus>> {
    const bus = this.#shared.make();
    const members = new Set<ServiceListener>();
    const controller = await this.#shared.serve(bus, socket, {
      onConnected: () => {
        place.isConnected = true;
        for (const { onConnected } of members) onConnected();
      },
      onClosed: (reason: CloseReason) => {
        place.isConnected = false;
        for (const { onClosed } of members) onClosed(reason);
      },
    });
    const place: Place<Bus> = { bus, members, controller, isConnected: false };
    this.#places.set(name, place);
    return place;
  }

  #end(name: string, { controller }: Place<Bus>): void {
    this.#places.delete(name);
    controller[Symbol.dispose]();
  }
}
