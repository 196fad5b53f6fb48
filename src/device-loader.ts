// Hooks for Node's module loader in the process of the models. Models find our library without an installation or a
// build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isTypeScript, libraryName, stripTypes } from './device-host/model-source.ts';

const library = new URL('./device.mjs', import.meta.url).href;

// The first text takes long. Here nobody waits for it, because the process is started before it is needed.
stripTypes('export const warm: number = 1;', 'warm.ts');

/** The arguments and results of hooks, as far as we use them. Node 20's types describe only its own hooks thread. */
interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}
interface Loaded {
  readonly format: string;
  readonly source?: string;
  readonly shortCircuit?: boolean;
}

export function resolve<C>(specifier: string, context: C, next: (specifier: string, context: C) => Resolved): Resolved {
  return specifier === libraryName ? { url: library, shortCircuit: true } : next(specifier, context);
}

export function load<C>(url: string, context: C, next: (url: string, context: C) => Loaded): Loaded {
  if (!url.startsWith('file:') || !isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  return { format: 'module', source: stripTypes(readFileSync(path, 'utf8'), path), shortCircuit: true };
}
