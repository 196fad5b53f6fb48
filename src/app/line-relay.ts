import source from '../device-host/line-relay.c?raw';
import { DeviceHostError } from '../device-host/device-host-process.ts';
import type { LineRelay } from '../device-host/line-relay.ts';
import { provideHostProgram } from '../provision/host-program.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';

/**
 * Provides the relay of interrupt lines when the first model wants it, and never before. Where there cannot be one,
 * that is said once: models that have messages as well go without. What it returns rejects with DeviceHostError when
 * this host could not keep it, and with the signal's reason.
 */
export function lineRelayFrom(context: ProvisionContext): () => Promise<LineRelay> {
  let provided: Promise<LineRelay> | undefined;
  return () =>
    (provided ??= provide(context).catch((error: unknown) => {
      provided = undefined;
      if (!(error instanceof ProvisionError)) throw error;
      throw new DeviceHostError(`the relay of its interrupt line could not be provided: ${error.message}`, true);
    }));
}

async function provide(context: ProvisionContext): Promise<LineRelay> {
  const relay = await provideHostProgram({ name: 'line-relay', source }, context);
  if (relay.kind === 'absent') {
    context.progress({
      kind: 'warning',
      message:
        `Device models have no interrupt lines (interrupts.intx) here: ${relay.reason}. Those that have msi or ` +
        'msix as well are used without the line.',
    });
  }
  return relay;
}
