// The process that runs device models. The runner starts it, with one end of a socket pair as descriptor 3.
import * as module from 'node:module';
import { controlDescriptor } from './device-host/control-protocol.ts';
import { runDeviceHost } from './device-host/run-device-host.ts';
import { openInheritedSocket } from './host/inherited-socket.ts';
import { startMainThreadWatch } from './host/main-thread-watch.ts';

const hangLimitMs = Number(process.env['QDT_MODEL_HANG_MS'] ?? 5000);

await useLoader();
startMainThreadWatch(new URL('./device-watchdog.mjs', import.meta.url), hangLimitMs, controlDescriptor);
runDeviceHost(openInheritedSocket(controlDescriptor));

/** Node 22.15 and later run the hooks in this thread; Node 20 has a thread for them. */
async function useLoader(): Promise<void> {
  const loader = new URL('./device-loader.mjs', import.meta.url).href;
  const { registerHooks } = module as { readonly registerHooks?: (hooks: object) => void };
  if (registerHooks === undefined) module.register(loader);
  else registerHooks(await import('./device-loader.ts'));
}
