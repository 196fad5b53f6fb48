import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import {
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  runCommand
} from "./chunk-O26GYING.mjs";
import {
  environmentVariable
} from "./chunk-U2LNNYGN.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  copyFileTo,
  linkTo
} from "./chunk-4NERI4SW.mjs";
import {
  freeMiB
} from "./chunk-RACR2MDA.mjs";
import {
  CommandNotStarted
} from "./chunk-Q5WLDUDD.mjs";
import {
  isSystemError,
  makeDirectory,
  ownedPrefix,
  secretToken,
  sweepDead
} from "./chunk-TN32ZU5T.mjs";

// src/host/container.ts
import { existsSync, readFileSync } from "node:fs";
function containerOf(facts) {
  const { hasDockerFile, hasPodmanFile, hasKubernetes, variable, cgroup, uidMap } = facts;
  if (hasKubernetes || /\bkubepods\b/.test(cgroup)) return "kubernetes";
  if (hasPodmanFile || variable === "podman" || /\blibpod\b/.test(cgroup))
    return isOwnUserSpace(uidMap) ? "rootless-podman" : "podman";
  if (hasDockerFile || /\bdocker\b/.test(cgroup)) return "docker";
  return variable !== void 0 || /\b(?:lxc|containerd|machine\.slice)\b/.test(cgroup) ? "other" : void 0;
}
function isOwnUserSpace(uidMap) {
  return uidMap.trim() !== "" && !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
function containerHere() {
  return containerOf({
    hasDockerFile: existsSync("/.dockerenv"),
    hasPodmanFile: existsSync("/run/.containerenv"),
    hasKubernetes: environmentVariable("KUBERNETES_SERVICE_HOST") !== void 0 || existsSync("/var/run/secrets/kubernetes.io/serviceaccount"),
    variable: environmentVariable("container"),
    cgroup: textOf("/proc/1/cgroup"),
    uidMap: textOf("/proc/self/uid_map")
  });
}
function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

// src/host/kvm.ts
import { closeSync, constants, openSync } from "node:fs";
var linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo", misc: "/proc/misc" };
function probeKvm(places = linuxPlaces, container = containerHere()) {
  return judgeKvm({
    places,
    error: openError(places.device),
    kernelHasKvm: places.misc !== void 0 && /^\s*\d+ kvm$/m.test(textOf(places.misc)),
    processorHasIt: /^flags\s*:.*\b(vmx|svm)\b/m.test(textOf(places.cpuInfo)),
    container
  });
}
function judgeKvm(facts) {
  const { places, error } = facts;
  switch (error) {
    case void 0:
      return facts.processorHasIt ? { kind: "promising" } : withoutFlags(places);
    case "ENOENT":
      return absent(facts);
    case "EPERM":
      return {
        kind: "unusable",
        reason: `${places.device} is here, but the rules of the container for devices forbid it`,
        advice: "A bind mount or mknod is not enough: pass the device with --device /dev/kvm."
      };
    case "ENODEV":
    case "ENXIO":
      return {
        kind: "unusable",
        reason: `${places.device} is here, but the kernel has no KVM behind it`,
        advice: `${onTheHost(facts)}${loadModule}`
      };
    default:
      return {
        kind: "unusable",
        reason: `${places.device} may not be opened by this user (${error})`,
        advice: permission(facts.container)
      };
  }
}
var loadModule = "sudo modprobe kvm_intel, or kvm_amd.";
var enableIt = "Enable virtualisation in the firmware, or nested virtualisation for this machine.";
function onTheHost({ container }) {
  return container === void 0 ? "" : "On the host of the container: ";
}
function withoutFlags({ device, cpuInfo }) {
  return {
    kind: "unusable",
    reason: `${device} exists, but the processor offers no virtualisation (no vmx or svm in ${cpuInfo})`,
    advice: "Enable nested virtualisation for this machine, or use a host with virtualisation."
  };
}
function absent(facts) {
  const { places, kernelHasKvm, processorHasIt, container } = facts;
  const passIt = container === void 0 ? "" : ` ${passing[container]}`;
  if (kernelHasKvm && container !== void 0)
    return {
      kind: "unusable",
      reason: `the host has KVM, but ${places.device} is not in this container`,
      advice: passing[container]
    };
  if (kernelHasKvm)
    return {
      kind: "unusable",
      reason: `no ${places.device}, although the kernel has KVM`,
      advice: "Let udev make it: sudo udevadm trigger --name-match=kvm."
    };
  return {
    kind: "unusable",
    reason: processorHasIt ? `no ${places.device}: the host\u2019s kernel has no KVM loaded` : `no ${places.device}`,
    advice: `${onTheHost(facts)}${processorHasIt ? loadModule : enableIt}${passIt}`
  };
}
var passing = {
  docker: "Start the container with --device /dev/kvm.",
  podman: "Start the container with --device /dev/kvm.",
  "rootless-podman": "Start the container with --device /dev/kvm --group-add keep-groups, as a user who may open it on the host.",
  kubernetes: "A pod gets it from a device plugin of the cluster, for example KubeVirt\u2019s (devices.kubevirt.io/kvm: 1); without one, it stays on TCG.",
  other: "Pass the device to the container."
};
function permission(container) {
  switch (container) {
    case "docker":
    case "podman":
      return 'Start the container with --group-add "$(stat -c %g /dev/kvm)", or run as its root.';
    case "rootless-podman":
      return "Start the container with --group-add keep-groups, as a user who is in the group kvm on the host.";
    case "kubernetes":
      return "Add the group of the device (stat -c %g /dev/kvm) to securityContext.supplementalGroups of the pod.";
    case "other":
      return "Add the user to the group of the device (stat -c %g /dev/kvm).";
    case void 0:
      return `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger --name-match=kvm. Elsewhere: add the user to the group kvm.`;
  }
}
function openError(path) {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    return void 0;
  } catch (error) {
    return error.code ?? "unknown";
  }
}

// src/host/files/memory-file.ts
import { closeSync as closeSync2, openSync as openSync2, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var NoRoomForMemory = class extends Error {
  name = "NoRoomForMemory";
};
var sharedMemory = "/dev/shm";
var reserveMiB = 64;
function roomForMiB(sizeMiB) {
  return sizeMiB + reserveMiB;
}
async function createMemoryFile(sizeMiB, directories = [sharedMemory, tmpdir()]) {
  const complaints = [];
  for (const directory of directories) {
    const made = await tryToCreate(directory, Math.ceil(sizeMiB));
    if (typeof made !== "string") return made;
    complaints.push(`${directory}: ${made}`);
  }
  throw new NoRoomForMemory(`no room for ${Math.ceil(sizeMiB)} MiB of memory in a file: ${complaints.join("; ")}`);
}
async function tryToCreate(directory, sizeMiB) {
  let file;
  try {
    const free = freeMiB(directory);
    if (free < roomForMiB(sizeMiB)) return `expected ${roomForMiB(sizeMiB)} MiB of free space, found ${free}`;
    file = unnamedFile(directory);
    const { exitCode, output } = await runCommand(["fallocate", "-x", "-l", `${sizeMiB}MiB`, file.path]);
    if (exitCode === 0) return file;
    file[Symbol.dispose]();
    return output.trim();
  } catch (error) {
    file?.[Symbol.dispose]();
    if (!isSystemError(error) && !(error instanceof CommandNotStarted)) throw error;
    return error.message;
  }
}
function unnamedFile(directory) {
  sweepDead(directory);
  const named = join(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync2(named, "wx+", 384);
  unlinkSync(named);
  return held(descriptor);
}
function openedFile(path) {
  return held(openSync2(path, "r"));
}
function held(descriptor) {
  return { path: `/proc/${process.pid}/fd/${descriptor}`, [Symbol.dispose]: () => closeSync2(descriptor) };
}

// src/provision/modules/module-closure.ts
function parseModulesDep(text) {
  const index = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === -1) continue;
    const path = line.slice(0, colon);
    const needs = line.slice(colon + 1).split(" ").filter((need) => need !== "");
    index.set(moduleName(path), { path, needs });
  }
  return index;
}
function loadOrder(index, names) {
  const ordered = /* @__PURE__ */ new Set();
  for (const name of names) {
    const found = index.get(moduleName(name));
    if (found === void 0) continue;
    for (const path of [...found.needs].reverse()) ordered.add(path);
    ordered.add(found.path);
  }
  return [...ordered];
}
function moduleName(path) {
  const base = path.slice(path.lastIndexOf("/") + 1);
  return base.replace(/\.ko(\.(xz|zst|gz))?$/, "").replaceAll("-", "_");
}
function dependsOf(module) {
  const bytes = Buffer.from(module.buffer, module.byteOffset, module.byteLength);
  const key = Buffer.from("\0depends=");
  const start2 = bytes.indexOf(key);
  if (start2 === -1) return [];
  const from = start2 + key.length;
  const names = bytes.toString("latin1", from, bytes.indexOf(0, from));
  return names.split(",").filter((name) => name !== "");
}

// src/provision/modules/module-sources.ts
import { dirname, join as join2, relative, sep } from "node:path";
function findModuleSources(directories) {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return {
    root,
    directories: inside,
    files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort()
  };
}
async function digestSources({ root, directories, files }, signal) {
  const lines = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join2(root, file), signal)}`);
  return [...directories, "", ...lines].join("\n");
}
function stageSources({ root, directories, files }, tree) {
  for (const directory of directories) makeDirectory(join2(tree, directory));
  for (const file of files) copyFileTo(join2(root, file), join2(tree, file));
  for (const parent of new Set(directories.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}
function projectRoot(directories) {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}
function repositoryOf(directory) {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    if (kindOfFile(join2(at, ".git")) !== "nothing") return at;
  }
  return void 0;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join2(root, directory));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join2(directory, name);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join2(root, path)) === "file" ? [path] : [];
  });
}
var productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
function isBuildProduct(name, siblings) {
  if (productNames.has(name) || /\.(ko|mod|mod\.c)$/.test(name) || /^\..*\.(cmd|d)$/.test(name)) return true;
  return name.endsWith(".o") && siblings.has(`.${name}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep);
  return parts.map((_, length) => join2(...["", ...parts.slice(0, length)]));
}
function linkTheRest(root, tree, parent) {
  for (const { name } of filesIn(join2(root, parent))) {
    const path = join2(tree, parent, name);
    if (kindOfFile(path) === "nothing") linkTo(join2(root, parent, name), path);
  }
}

// src/host/files/disk-file.ts
import { closeSync as closeSync3, constants as constants2, fstatSync, openSync as openSync3, readSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
async function createDiskFile(path, sizeBytes) {
  const file = await open(path, constants2.O_RDWR | constants2.O_CREAT | constants2.O_EXCL, 384);
  await unlink(path);
  await file.truncate(sizeBytes);
  return {
    sizeBytes,
    read: async (offset, length) => {
      const bytes = Buffer.alloc(length);
      for (let done = 0, more = 1; done < length && more > 0; done += more)
        more = (await file.read(bytes, done, length - done, offset + done)).bytesRead;
      return bytes;
    },
    write: async (offset, bytes) => {
      for (let done = 0; done < bytes.length; )
        done += (await file.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    },
    close: () => file.close()
  };
}
function diskFormat(path) {
  const descriptor = openSync3(path, "r");
  try {
    const magic2 = Buffer.alloc(4);
    readSync(descriptor, magic2, 0, 4, 0);
    return magic2.equals(Buffer.from("QFI\xFB", "latin1")) ? "qcow2" : "raw";
  } finally {
    closeSync3(descriptor);
  }
}
function openForReading(path) {
  const descriptor = openSync3(path, "r");
  return {
    sizeBytes: fstatSync(descriptor).size,
    read: (offset, lengthBytes) => readAt(descriptor, offset, lengthBytes),
    [Symbol.dispose]: () => closeSync3(descriptor)
  };
}
function readAt(descriptor, offset, lengthBytes) {
  const { size } = fstatSync(descriptor);
  const buffer = Buffer.alloc(Math.max(0, Math.min(lengthBytes, size - offset)));
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

// src/binary/read-bytes.ts
function bytesOf(file) {
  return (offset, lengthBytes) => file.subarray(offset, offset + lengthBytes);
}
function readWhole(read, offset, lengthBytes) {
  const bytes = read(offset, lengthBytes);
  return bytes.length === lengthBytes ? bytes : void 0;
}
function textAt(bytes, offset, maxBytes) {
  const text = bytes.subarray(offset, offset + maxBytes);
  const end = text.indexOf(0);
  return text.toString("latin1", 0, end < 0 ? text.length : end);
}

// src/binary/bzimage.ts
var offsets = {
  setupSectors: 497,
  magic: 514,
  protocol: 518,
  versionText: 526,
  payloadOffset: 584,
  payloadLength: 588
};
var headerEnd = 592;
var magic = "HdrS";
var firstWithPayload = 520;
var sectorBytes = 512;
var maxVersionBytes = 512;
function readBzImage(read) {
  const header = readWhole(read, 0, headerEnd);
  if (header?.toString("latin1", offsets.magic, offsets.magic + magic.length) !== magic) return void 0;
  if (header.readUInt16LE(offsets.protocol) < firstWithPayload) return void 0;
  const payload = payloadOf(header);
  const end = payload.offset + payload.lengthBytes;
  if (readWhole(read, end - 1, 1) === void 0) return void 0;
  return { versionText: versionTextOf(read, header.readUInt16LE(offsets.versionText)), payload };
}
function readPayload(read, { payload }) {
  return read(payload.offset, payload.lengthBytes);
}
function payloadOf(header) {
  const setupSectors = header[offsets.setupSectors] || 4;
  return {
    offset: (setupSectors + 1) * sectorBytes + header.readUInt32LE(offsets.payloadOffset),
    lengthBytes: header.readUInt32LE(offsets.payloadLength)
  };
}
function versionTextOf(read, pointer) {
  if (pointer === 0) return void 0;
  const text = read(pointer + sectorBytes, maxVersionBytes);
  const end = text.indexOf(0);
  return end === -1 ? void 0 : text.toString("latin1", 0, end);
}
function releaseOf({ versionText }) {
  return versionText?.split(" ")[0] || void 0;
}

// src/binary/elf-header.ts
var headerBytes = 64;
var relocatableType = 1;
function isElf(read) {
  return readWhole(read, 0, headerBytes)?.readUInt32BE(0) === 2135247942;
}
function readElfHeader(read) {
  const header = isElf(read) ? readWhole(read, 0, headerBytes) : void 0;
  if (header?.[5] !== 1) return void 0;
  const kind = { isRelocatable: header.readUInt16LE(16) === relocatableType, machine: header.readUInt16LE(18) };
  return header[4] === 2 ? {
    ...kind,
    bits: 64,
    segments: tableAt(header, Number(header.readBigUInt64LE(32)), 54),
    sections: tableAt(header, Number(header.readBigUInt64LE(40)), 58),
    sectionNames: header.readUInt16LE(62)
  } : {
    ...kind,
    bits: 32,
    segments: tableAt(header, header.readUInt32LE(28), 42),
    sections: tableAt(header, header.readUInt32LE(32), 46),
    sectionNames: header.readUInt16LE(50)
  };
}
function tableAt(header, offset, sizesAt) {
  return { offset, entryBytes: header.readUInt16LE(sizesAt), count: header.readUInt16LE(sizesAt + 2) };
}

// src/binary/kernel-banner.ts
var start = "Linux version ";
var maxBanners = 1e3;
var maxBannerBytes = 1024;
function* bannersIn(file) {
  let at = file.indexOf(start);
  for (let count = 0; at !== -1 && count < maxBanners; count++) {
    yield file.toString("latin1", at, at + maxBannerBytes);
    at = file.indexOf(start, at + 1);
  }
}
function bannerRelease(file) {
  for (const banner of bannersIn(file)) {
    const release = /^\d+\.\d+[^\s%]*(?= )/.exec(banner.slice(start.length, start.length + 128))?.[0];
    if (release !== void 0) return release;
  }
  return void 0;
}

export {
  containerHere,
  probeKvm,
  parseModulesDep,
  loadOrder,
  moduleName,
  dependsOf,
  findModuleSources,
  digestSources,
  stageSources,
  projectRoot,
  repositoryOf,
  bytesOf,
  readWhole,
  textAt,
  readBzImage,
  readPayload,
  releaseOf,
  isElf,
  readElfHeader,
  bannersIn,
  bannerRelease,
  createDiskFile,
  diskFormat,
  openForReading,
  NoRoomForMemory,
  sharedMemory,
  roomForMiB,
  createMemoryFile,
  openedFile
};
