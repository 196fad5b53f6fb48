import { isAbsolute, join } from 'node:path';

export interface HomeFacts {
  readonly variable: (name: string) => string | undefined;
  readonly home: string;
}

const name = 'qemu-driver-test';

/**
 * The store's directory: QDT_STORE, or beside a CI runner's tool cache, or in the user's cache directory. A relative
 * XDG_CACHE_HOME must be ignored (XDG Base Directory Specification).
 */
export function storeRoot({ variable, home }: HomeFacts): string {
  const chosen = variable('QDT_STORE');
  if (chosen !== undefined) return chosen;
  const caches = [variable('RUNNER_TOOL_CACHE'), variable('XDG_CACHE_HOME')].filter(
    (path) => path !== undefined && isAbsolute(path),
  );
  return join(caches[0] ?? join(home, '.cache'), name);
}
