import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/system-error.ts
function isSystemError(error) {
  return error instanceof Error && "code" in error && "syscall" in error;
}
function isHostShort(error) {
  return isSystemError(error) && scarce.has(error.code);
}
var scarce = /* @__PURE__ */ new Set(["ENOMEM", "EAGAIN", "EMFILE", "ENFILE", "ENOSPC", "EDQUOT"]);
var madeRoom = "Free some space, or choose another place.";
var all = [
  { code: "ENOSPC", systemWords: "No space left on device", meaning: "the disk is full", advice: madeRoom },
  {
    code: "EDQUOT",
    systemWords: "Disk quota exceeded",
    meaning: "this user\u2019s disk quota is used up",
    advice: madeRoom
  },
  {
    code: "EROFS",
    systemWords: "Read-only file system",
    meaning: "the file system is read-only",
    advice: "Choose another place, or mount it for writing."
  },
  {
    code: "EIO",
    systemWords: "Input/output error",
    meaning: "the disk has failed",
    advice: "The host\u2019s kernel log (dmesg) says why."
  },
  {
    code: "ENFILE",
    systemWords: "Too many open files in system",
    meaning: "this host has too many files open",
    advice: "Close other programs, or raise fs.file-max."
  },
  {
    code: "EMFILE",
    systemWords: "Too many open files",
    meaning: "this process may not open more files",
    advice: "Raise the limit (ulimit -n), or run fewer machines at a time (--jobs)."
  },
  {
    code: "ENOMEM",
    systemWords: "Cannot allocate memory",
    meaning: "this host has no memory left",
    advice: "Close other programs, or run fewer machines at a time (--jobs)."
  },
  {
    code: "EAGAIN",
    systemWords: "Resource temporarily unavailable",
    meaning: "this user may not start more processes",
    advice: "Raise the limit (ulimit -u, or the container\u2019s), or run fewer machines at a time (--jobs)."
  },
  {
    code: "EACCES",
    systemWords: "Permission denied",
    meaning: "this user may not do that",
    advice: "Give this user permission, or choose another place."
  },
  {
    code: "EPERM",
    systemWords: "Operation not permitted",
    meaning: "this user may not do that",
    advice: "Give this user permission, or choose another place."
  }
];
var shortages = new Map(all.map((shortage) => [shortage.code, shortage]));

export {
  isSystemError,
  isHostShort
};
