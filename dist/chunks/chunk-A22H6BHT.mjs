import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/system-error.ts
function isSystemError(error) {
  return error instanceof Error && "code" in error && "syscall" in error;
}
function isHostExhausted(error) {
  return isSystemError(error) && exhaustion.has(error.code);
}
var exhaustion = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "ENOMEM", "EROFS", "EIO", "EACCES", "EPERM", "EAGAIN"]);

export {
  isSystemError,
  isHostExhausted
};
