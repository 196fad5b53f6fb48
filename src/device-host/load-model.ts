import { pathToFileURL } from 'node:url';
import { type DeviceModel, isDeviceModel } from '../device/definition/model.ts';
import { withinTime } from '../host/deferred.ts';

/** A file without a usable device. `stack`: of the model's own code, if that failed. */
export class ModelNotLoaded extends Error {
  override readonly name = 'ModelNotLoaded';
}

/**
 * Loads a model once for all of its devices. @throws ModelNotLoaded when the file cannot be loaded, or its default
 * export is not a device
 */
export async function loadModel(path: string, limitMs: number): Promise<DeviceModel> {
  const loaded = await withinTime(importDefault(path), limitMs);
  if (loaded === 'late')
    throw new ModelNotLoaded(`${path} could not be loaded: its top level is still waiting after ${limitMs / 1000} s`);
  const { exported } = loaded;
  if (!isDeviceModel(exported)) {
    throw new ModelNotLoaded(
      `${path}: expected a device as the default export, found ` +
        `${exported === undefined ? 'none' : typeof exported}. A model ends in: export default defineDevice({ … })`,
    );
  }
  return exported;
}

/** Returned in an object, because a file's export may itself be something that `await` would wait for. */
async function importDefault(path: string): Promise<{ readonly exported: unknown }> {
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
    return { exported: module.default };
  } catch (cause) {
    const found = cause instanceof Error ? cause : new Error(String(cause));
    const error = new ModelNotLoaded(`${path} could not be loaded: ${found.message}`, { cause });
    if (found.stack !== undefined) error.stack = found.stack;
    throw error;
  }
}
