import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/provision/store/store-root.ts
import { isAbsolute, join } from "node:path";
var name = "qemu-driver-test";
function storeRoot({ variable, home }) {
  const chosen = variable("QDT_STORE");
  if (chosen !== void 0) return chosen;
  const caches = [variable("RUNNER_TOOL_CACHE"), variable("XDG_CACHE_HOME")].filter(
    (path) => path !== void 0 && isAbsolute(path)
  );
  return join(caches[0] ?? join(home, ".cache"), name);
}

export {
  storeRoot
};
