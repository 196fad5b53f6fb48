import type { CreateDevice } from '../device-host/control-protocol.ts';
import type { ModelLease } from './model-device.ts';

/** Makes a device, with the relay of its interrupt line where its model has one. @throws DeviceHostError */
export async function createDevice(
  { ask, lineRelay }: Pick<ModelLease, 'ask' | 'lineRelay'>,
  request: Omit<CreateDevice, 'do' | 'lineRelay'>,
): Promise<{ readonly model: string }> {
  const { hasLine } = await ask({ do: 'examine', model: request.model });
  return await ask({ do: 'create', ...request, ...(hasLine ? { lineRelay: await lineRelay() } : {}) });
}
