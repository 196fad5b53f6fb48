import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  invocation
} from "./chunk-XPKAC4Z6.mjs";
import {
  Cancelled,
  shellJoin
} from "./chunk-JV6YK5TX.mjs";
import {
  RunRefused
} from "./chunk-UUOU5VDB.mjs";
import {
  ProvisionError
} from "./chunk-NDZHT6TS.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import {
  isHostExhausted
} from "./chunk-A22H6BHT.mjs";

// src/cli/explain-failure.ts
var unavailable = 69;
function explain(error) {
  if (error instanceof UsageError && error.helpOn !== void 0) {
    const help = shellJoin([...invocation(), ...error.helpOn, "--help"]);
    return { message: `${error.message}
See ${help}`, exitStatus: 2 };
  }
  if (error instanceof UsageError || error instanceof RunRefused) return { message: error.message, exitStatus: 2 };
  if (error instanceof Cancelled) return { message: error.message, exitStatus: unavailable };
  if (isHostExhausted(error)) return { message: `This host could not do its part: ${error.message}`, exitStatus: unavailable };
  if (error instanceof ProvisionError) {
    return { message: error.hint === void 0 ? error.message : `${error.message}
${error.hint}`, exitStatus: unavailable };
  }
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return { message: `Internal error: ${detail.replace(/^(Error: )?(Internal error: )?/, "")}`, exitStatus: unavailable };
}

export {
  explain
};
