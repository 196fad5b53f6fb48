// The process that runs device models. The runner starts it, with one end of a socket pair as descriptor 3.
import * as module from 'node:module';
import { controlDescriptor, settingNames } from './device-host/control-protocol.ts';
import { runDeviceHost } from './device-host/run-device-host.ts';
import type { LoaderSettings } from './device-loader.ts';
import { openInheritedSocket } from './host/local-socket.ts';
import { startThreadPool } from './host/resources.ts';

const key = takeSetting(settingNames.key) ?? '';
const loadLimitMs = Number(takeSetting(settingNames.loadLimitMs) ?? 10_000);
const texts = takeSetting(settingNames.texts);

// Things that this host may lack room for are loaded before the first model, so that no model is blamed.
await Promise.all([useLoader(), startThreadPool()]);
runDeviceHost(openInheritedSocket(controlDescriptor), { key, loadLimitMs });

/** Hides the setting from models' code. */
function takeSetting(name: string): string | undefined {
  const value = process.env[name];
  Reflect.deleteProperty(process.env, name);
  return value;
}

/** Node 22.15 and later run the hooks in this thread; Node 20 runs them in a separate thread. */
async function useLoader(): Promise<void> {
  const loader = new URL('./device-loader.mjs', import.meta.url).href;
  const { registerHooks } = module as { readonly registerHooks?: (hooks: object) => void };
  const settings: LoaderSettings = { texts };
  if (registerHooks === undefined) module.register(loader, { data: settings });
  else {
    const hooks = await import('./device-loader.ts');
    hooks.initialize(settings);
    registerHooks(hooks);
  }
  // Every model needs the library. It is loaded early, because loading it later through the hooks has failed.
  await import('./device.ts');
}
