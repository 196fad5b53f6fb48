import type { BusClient, CreateDevice } from '../../device-host/control-protocol.ts';
import type { BusName } from '../../device/definition/model-base.ts';
import type { TreeFacts } from '../../device/tree/tree-facts.ts';
import { treePlace } from '../../device-host/tree-place.ts';
import type { ModelLease } from './model-device.ts';

export interface DeviceWish extends Omit<CreateDevice, 'do' | 'lineRelay' | 'socket' | 'place'> {
  readonly place: string | undefined;
  /** The socket for a device of this bus. */
  readonly socketFor: (bus: BusName) => string;
}

export interface CreatedDevice {
  /** The model's name. */
  readonly model: string;
  readonly bus: BusName;
  readonly socket: string;
  /** On a bus where each device has one. */
  readonly address?: number;
  readonly client?: BusClient;
  readonly uart?: 'terminal' | 'serdev';
  readonly isForSerdev?: true;
  readonly tree?: TreeFacts;
  readonly isForTree?: true;
}

/** Creates a device, with the interrupt line relay if its model has a line. @throws DeviceHostError */
export async function createDevice(
  { ask, lineRelay }: Pick<ModelLease, 'ask' | 'lineRelay'>,
  { place, socketFor, ...wish }: DeviceWish,
): Promise<CreatedDevice> {
  const { bus, hasLine, ...onBus } = await ask({ do: 'examine', model: wish.model });
  const ownPlace = place ?? (onBus.isForTree === true ? treePlace : undefined);
  const socket = socketFor(bus);
  const { model } = await ask({
    do: 'create',
    ...wish,
    socket,
    ...(ownPlace === undefined ? {} : { place: ownPlace }),
    ...(hasLine ? { lineRelay: await lineRelay() } : {}),
  });
  return { model, bus, socket, ...onBus };
}
