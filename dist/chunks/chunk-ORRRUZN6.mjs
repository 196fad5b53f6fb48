import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/resources.ts
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism, freemem, release, totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";
function hostBoot() {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
function hostProcessor() {
  const [processor = ""] = readFileSync("/proc/cpuinfo", "utf8").split("\n\n");
  const lasting = processor.split("\n").filter((line) => /^(vendor_id|cpu family|model|model name|stepping|microcode|flags)\s*:/.test(line));
  return [release(), ...lasting].join("\n");
}
function keepHeapSmall() {
  setFlagsFromString("--optimize-for-size");
}
async function startThreadPool() {
  await stat("/");
}
var mebibyte = 1024 * 1024;
function hostResources() {
  const limitMiB = memoryLimitMiB();
  return {
    cpus: availableParallelism(),
    memoryMiB: Math.min(Math.floor(totalmem() / mebibyte), limitMiB),
    availableMemoryMiB: Math.min(availableMemoryMiB(), limitMiB)
  };
}
function memoryLimitMiB() {
  const bytes = process.constrainedMemory();
  return bytes === 0 ? Infinity : Math.floor(bytes / mebibyte);
}
function availableMemoryMiB() {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  return kibibytes === void 0 ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}

export {
  hostBoot,
  hostProcessor,
  keepHeapSmall,
  startThreadPool,
  hostResources
};
