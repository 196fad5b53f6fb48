// Hooks for Node's module loader in the process of the models. Models find our library without an installation or a
// build.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { isTypeScript, libraryName } from './device-host/model-source.ts';
import { KeptTexts } from './host/files/kept-texts.ts';
import type * as stripper from './type-stripper.ts';

const library = new URL('./device.mjs', import.meta.url).href;

type Stripper = typeof stripper;

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

export interface LoaderSettings {
  /** Where the processes of a run keep texts without types for each other. */
  readonly texts: string | undefined;
}

let texts = new KeptTexts(undefined);

/** Called before the first hook. */
export function initialize(settings: LoaderSettings): void {
  texts = new KeptTexts(settings.texts);
}

export function resolve<C>(specifier: string, context: C, next: (specifier: string, context: C) => Resolved): Resolved {
  return specifier === libraryName ? { url: library, shortCircuit: true } : next(specifier, context);
}

export function load<C>(url: string, context: C, next: (url: string, context: C) => Loaded): Loaded | Promise<Loaded> {
  if (!url.startsWith('file:') || !isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  const source = readFileSync(path, 'utf8');
  const found = texts.find(source);
  if (found !== undefined) return moduleOf(found);
  const strip = ({ stripTypes }: Stripper): Loaded => {
    const stripped = stripTypes(source, path);
    texts.keep(source, stripped);
    return moduleOf(stripped);
  };
  // In the main thread a hook cannot wait, but those versions of Node can require a module. In a thread it can.
  if (isMainThread) return strip(createRequire(import.meta.url)('./type-stripper.mjs') as Stripper);
  return import('./type-stripper.ts').then(strip);
}

function moduleOf(source: string): Loaded {
  return { format: 'module', source, shortCircuit: true };
}
