import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  containerHere,
  findDebugReader,
  hostResources,
  probeKvm,
  readerAdvice,
  roomForMiB,
  sharedMemory
} from "./chunk-UH7ZL7Q2.mjs";
import "./chunk-LLYMXFPJ.mjs";
import {
  storeRoot
} from "./chunk-KNVQYPQ4.mjs";
import {
  checkArchitecture,
  probeMirrors
} from "./chunk-4RYYH6E5.mjs";
import "./chunk-X6ZZKZRR.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-2JNJEXXK.mjs";
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  LockUnavailable,
  withFreeFileLock
} from "./chunk-NMLPZBC3.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import {
  freeMiB
} from "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import {
  environmentVariable,
  findProgram,
  homeDirectory,
  isExecutableFile
} from "./chunk-SMWPJZE2.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  isSystemError,
  removeTree
} from "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";

// src/app/doctor.ts
import { join } from "node:path";

// src/app/host-limits.ts
var names = {
  docker: "Docker, or a container like it",
  podman: "Podman",
  "rootless-podman": "Podman without root",
  kubernetes: "a pod of Kubernetes",
  other: "a container of another kind"
};
function judgeContainer(container) {
  return { topic: "container", state: "good", found: names[container] };
}
var usualMemoryMiB = 256;
var enlarging = {
  docker: "Start the container with --shm-size 2g.",
  podman: "Start the container with --shm-size 2g.",
  "rootless-podman": "Start the container with --shm-size 2g.",
  kubernetes: "Mount an emptyDir with medium: Memory at /dev/shm; docs/ci.md shows it.",
  other: "Give the container more room in /dev/shm."
};
function judgeSharedMemory({ freeMiB: freeMiB2, container }) {
  const needed = roomForMiB(usualMemoryMiB);
  const found = freeMiB2 === void 0 ? `no ${sharedMemory}` : `${sharedMemory}: ${freeMiB2} MiB free`;
  if (freeMiB2 !== void 0 && freeMiB2 >= needed) return { topic: "shared memory", state: "good", found };
  return {
    topic: "shared memory",
    state: "poor",
    found: `${found}; a booted machine of ${usualMemoryMiB} MiB needs ${needed}, and is kept in the directory for temporary files instead, which can be slow`,
    advice: container === void 0 ? `sudo mount -o remount,size=2g ${sharedMemory}` : enlarging[container]
  };
}
function judgeRefusal({ program, output, container }) {
  const said = output.trim().split("\n").at(-1) ?? "";
  return {
    topic: program,
    state: "missing",
    found: `does not work here${said === "" ? "" : `: ${said}`}`,
    advice: container === void 0 ? "A security module or a seccomp filter of this service forbids it: allow prctl(PR_SET_PDEATHSIG)." : "The seccomp profile of the container forbids it: use the default profile, which allows prctl(PR_SET_PDEATHSIG)."
  };
}
function judgeStoreError({ message }) {
  return {
    topic: "store",
    state: "missing",
    found: message,
    advice: "Set QDT_STORE to a directory of this user on a local disk, or on a volume of the container."
  };
}

// src/app/doctor.ts
var requiredPrograms = [
  ["setpriv", "stops machines when their parent dies", "util-linux"],
  ["flock", "locks the store between runs", "util-linux"],
  ["apt-get", "downloads QEMU and kernels", "apt"],
  ["dpkg-deb", "reads packages", "dpkg"],
  ["tar", "unpacks packages", "tar"]
];
var buildPrograms = [
  ["make", "builds info/modules; fetched if it is missing", "make"],
  ["gcc", "builds info/modules, where it is fetched if it is missing, and the relay for interrupt lines", "gcc"]
];
var storeNeedMiB = 2048;
async function examineHost() {
  const container = containerHere();
  return [
    architecture(),
    ...container === void 0 ? [] : [judgeContainer(container)],
    accelerator(),
    processors(),
    judgeSharedMemory({ freeMiB: sharedMemoryMiB(), container }),
    ...programs(requiredPrograms, "missing"),
    ...await refusedPrograms(container),
    ...programs(buildPrograms, "poor"),
    debugReader(),
    mirrors(),
    space(),
    ...await unusableStore()
  ];
}
function architecture() {
  const { host, problem, advice } = checkArchitecture();
  return problem === void 0 ? { topic: "processor", state: "good", found: host } : { topic: "processor", state: "missing", found: `${host}: ${problem}`, advice };
}
function accelerator() {
  const kvm = probeKvm();
  if (kvm.kind === "promising")
    return { topic: "accelerator", state: "good", found: "KVM (a run proves it by booting on it)" };
  return { topic: "accelerator", state: "poor", found: `TCG, software emulation: ${kvm.reason}`, advice: kvm.advice };
}
function processors() {
  const { cpus, memoryMiB, availableMemoryMiB } = hostResources();
  return {
    topic: "size",
    state: "good",
    found: `${cpus} processors, ${availableMemoryMiB} of ${memoryMiB} MiB memory available`
  };
}
function programs(wanted, whenAbsent) {
  return wanted.map(([program, purpose, packageName]) => {
    const path = findProgram(program);
    if (path !== void 0 && isExecutableFile(path))
      return { topic: program, state: "good", found: `${path} (${purpose})` };
    return {
      topic: program,
      state: whenAbsent,
      found: `not found (${purpose})`,
      advice: `sudo apt-get install ${packageName}`
    };
  });
}
function sharedMemoryMiB() {
  return kindOfFile(sharedMemory) === "directory" ? freeMiB(sharedMemory) : void 0;
}
async function refusedPrograms(container) {
  if (findProgram("setpriv") === void 0) return [];
  const { exitCode, output } = await runCommand(["setpriv", "--pdeathsig", "KILL", "--", "true"]);
  return exitCode === 0 ? [] : [judgeRefusal({ program: "setpriv", output, container })];
}
function debugReader() {
  const purpose = "finds the source lines of kernel reports";
  const reader = findDebugReader();
  if (reader !== void 0) return { topic: "debug info", state: "good", found: `${reader.path} (${purpose})` };
  return {
    topic: "debug info",
    state: "poor",
    found: `neither addr2line nor llvm-symbolizer found (${purpose})`,
    advice: readerAdvice
  };
}
function mirrors() {
  const { found, absent } = probeMirrors();
  if (found.length === 0)
    return {
      topic: "mirror",
      state: "missing",
      found: `this host's apt sources have no mirror for ${absent.join(", ")}`,
      advice: "docs/provisioning.md shows how to set one."
    };
  return {
    topic: "mirror",
    state: absent.length === 0 ? "good" : "poor",
    found: `${found.join(", ")}${absent.length === 0 ? "" : `; no mirror for ${absent.join(", ")}`}`
  };
}
function space() {
  const root = storeRoot({ variable: environmentVariable, home: homeDirectory() });
  const free = freeMiB(root);
  const found = `${root}: ${free} MiB free`;
  return free >= storeNeedMiB ? { topic: "store", state: "good", found } : {
    topic: "store",
    state: "poor",
    found,
    advice: `A first run needs about ${storeNeedMiB} MiB. Set QDT_STORE to use another file system.`
  };
}
async function unusableStore() {
  const root = storeRoot({ variable: environmentVariable, home: homeDirectory() });
  if (kindOfFile(root) !== "directory" || findProgram("flock") === void 0) return [];
  const lock = join(root, "doctor.lock");
  try {
    await withFreeFileLock(lock, new AbortController().signal, () => void 0);
    removeTree(lock);
    return [];
  } catch (error) {
    if (!(error instanceof LockUnavailable) && !isSystemError(error)) throw error;
    return [judgeStoreError(error)];
  }
}

// src/cli/doctor-command.ts
var marks = { good: "ok", poor: "!", missing: "MISSING" };
async function doctorCommand(host) {
  const findings = await examineHost();
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  for (const { topic, state, found, advice } of findings) {
    host.write(`${marks[state].padEnd(8)}${topic.padEnd(width)}  ${found}
`);
    if (advice !== void 0) host.write(`${" ".repeat(8 + width)}  \u2192 ${advice}
`);
  }
  const missing = findings.filter(({ state }) => state === "missing");
  host.write(
    missing.length === 0 ? "\nTests can run here. To see that they end as they should: qemu-driver-test selftest\n" : `
Tests cannot run here: ${missing.map(({ topic }) => topic).join(", ")} missing.
`
  );
  return missing.length === 0 ? 0 : 69;
}
export {
  doctorCommand
};
