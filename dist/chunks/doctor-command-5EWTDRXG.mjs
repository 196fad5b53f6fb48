import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findDebugReader,
  readerAdvice
} from "./chunk-GKFV7CYF.mjs";
import {
  probeKvm
} from "./chunk-HAKHYHOG.mjs";
import "./chunk-LLYMXFPJ.mjs";
import {
  checkArchitecture,
  probeMirrors
} from "./chunk-3BMZNN6W.mjs";
import {
  storeRoot
} from "./chunk-VSOJBJQN.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import {
  environmentVariable,
  findProgram,
  homeDirectory,
  isExecutableFile
} from "./chunk-U2LNNYGN.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  hostResources
} from "./chunk-L664XDLE.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-GQLSYNDT.mjs";
import "./chunk-4NERI4SW.mjs";
import {
  freeMiB
} from "./chunk-RACR2MDA.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-SKYZ6BOQ.mjs";
import "./chunk-R2N667XA.mjs";

// src/app/doctor.ts
var requiredPrograms = [
  ["setpriv", "stops machines when their parent dies", "util-linux"],
  ["flock", "locks the store between runs", "util-linux"],
  ["apt-get", "downloads QEMU and kernels", "apt"],
  ["dpkg-deb", "unpacks packages", "dpkg"]
];
var buildPrograms = [
  ["make", "builds info/modules", "make"],
  ["gcc", "builds info/modules and the relay for interrupt lines of device models", "gcc"]
];
var storeNeedMiB = 2048;
function examineHost() {
  return [
    architecture(),
    accelerator(),
    processors(),
    ...programs(requiredPrograms, "missing"),
    ...programs(buildPrograms, "poor"),
    debugReader(),
    mirrors(),
    space()
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

// src/cli/doctor-command.ts
var marks = { good: "ok", poor: "!", missing: "MISSING" };
function doctorCommand(host) {
  const findings = examineHost();
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  for (const { topic, state, found, advice } of findings) {
    host.write(`${marks[state].padEnd(8)}${topic.padEnd(width)}  ${found}
`);
    if (advice !== void 0) host.write(`${" ".repeat(8 + width)}  \u2192 ${advice}
`);
  }
  const missing = findings.filter(({ state }) => state === "missing");
  host.write(
    missing.length === 0 ? "\nTests can run here.\n" : `
Tests cannot run here: ${missing.map(({ topic }) => topic).join(", ")} missing.
`
  );
  return missing.length === 0 ? 0 : 69;
}
export {
  doctorCommand
};
