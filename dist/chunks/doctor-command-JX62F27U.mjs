import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findDebugReader,
  hostResources,
  readerAdvice
} from "./chunk-ZXXUVHBG.mjs";
import {
  findMirror,
  hostAptSources,
  mirrorName,
  probeKvm
} from "./chunk-AAY7WIKX.mjs";
import "./chunk-7N4AMPUF.mjs";
import {
  storeRoot
} from "./chunk-RYUO4VQ2.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-OVYL4UTN.mjs";
import "./chunk-EZPV5CM7.mjs";
import {
  environmentVariable,
  findProgram,
  homeDirectory,
  isExecutableFile
} from "./chunk-MY5CIAFD.mjs";
import {
  releases
} from "./chunk-74PR4RLN.mjs";
import "./chunk-LQRWZFRM.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-P7NKLADR.mjs";
import "./chunk-UXFQQOYK.mjs";
import "./chunk-GEGC7X7J.mjs";
import {
  freeMiB
} from "./chunk-SCEE63KM.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-4PORZPZM.mjs";
import "./chunk-R2N667XA.mjs";

// src/provision/probe-mirrors.ts
function probeMirrors() {
  const sources = hostAptSources();
  const archives = releases.flatMap(
    (release) => Object.keys(release.archives).map((archive) => {
      const hints = {
        chosen: /* @__PURE__ */ new Map(),
        variable: environmentVariable,
        sources,
        keyring: release.keyring.path
      };
      return { name: mirrorName(release, archive), isFound: findMirror(release, archive, hints) !== void 0 };
    })
  );
  return {
    found: archives.filter(({ isFound }) => isFound).map(({ name }) => name),
    absent: archives.filter(({ isFound }) => !isFound).map(({ name }) => name)
  };
}

// src/app/doctor.ts
var requiredPrograms = [
  ["setpriv", "ends machines with their parent", "util-linux"],
  ["flock", "lets runs share the store", "util-linux"],
  ["apt-get", "fetches QEMU and kernels", "apt"],
  ["dpkg-deb", "unpacks them", "dpkg"]
];
var buildPrograms = [
  ["make", "builds info/modules", "make"],
  ["gcc", "builds info/modules, and what interrupt lines of device models need", "gcc"]
];
var storeNeedMiB = 2048;
function examineHost() {
  return [
    accelerator(),
    processors(),
    ...programs(requiredPrograms, "missing"),
    ...programs(buildPrograms, "poor"),
    debugReader(),
    mirrors(),
    space()
  ];
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
  const purpose = "leads from a kernel report to the line of source";
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
      found: `this host's apt sources name none for ${absent.join(", ")}`,
      advice: "docs/provisioning.md says how to name one."
    };
  return {
    topic: "mirror",
    state: absent.length === 0 ? "good" : "poor",
    found: `${found.join(", ")}${absent.length === 0 ? "" : `; none for ${absent.join(", ")}`}`
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
    advice: `A first run needs about ${storeNeedMiB} MiB; QDT_STORE names another place.`
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
