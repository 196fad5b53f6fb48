import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import {
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  copyFileTo,
  linkTo
} from "./chunk-4NERI4SW.mjs";
import {
  makeDirectory
} from "./chunk-TN32ZU5T.mjs";

// src/host/kvm.ts
import { accessSync, constants, readFileSync } from "node:fs";
var linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo" };
function probeKvm(places = linuxPlaces) {
  const denied = accessError(places.device);
  if (denied === "ENOENT") {
    return {
      kind: "unusable",
      reason: `no ${places.device}`,
      advice: "Enable virtualisation in the firmware, or nested virtualisation for this machine; in a container pass --device /dev/kvm."
    };
  }
  if (denied !== void 0) {
    return {
      kind: "unusable",
      reason: `${places.device} may not be opened by this user (${denied})`,
      advice: `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger --name-match=kvm. Elsewhere: add the user to the group kvm.`
    };
  }
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync(places.cpuInfo, "utf8"))) {
    return {
      kind: "unusable",
      reason: `${places.device} exists, but the processor offers no virtualisation (no vmx or svm in ${places.cpuInfo})`,
      advice: "Enable nested virtualisation for this machine, or use a host with virtualisation."
    };
  }
  return { kind: "promising" };
}
function accessError(path) {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return void 0;
  } catch (error) {
    return error.code ?? "unknown";
  }
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
import { dirname, join, relative, sep } from "node:path";
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
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join(root, file), signal)}`);
  return [...directories, "", ...lines].join("\n");
}
function stageSources({ root, directories, files }, tree) {
  for (const directory of directories) makeDirectory(join(tree, directory));
  for (const file of files) copyFileTo(join(root, file), join(tree, file));
  for (const parent of new Set(directories.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}
function projectRoot(directories) {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}
function repositoryOf(directory) {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    if (kindOfFile(join(at, ".git")) !== "nothing") return at;
  }
  return void 0;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join(root, directory));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join(directory, name);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join(root, path)) === "file" ? [path] : [];
  });
}
var productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
function isBuildProduct(name, siblings) {
  if (productNames.has(name) || /\.(ko|mod|mod\.c)$/.test(name) || /^\..*\.(cmd|d)$/.test(name)) return true;
  return name.endsWith(".o") && siblings.has(`.${name}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep);
  return parts.map((_, length) => join(...["", ...parts.slice(0, length)]));
}
function linkTheRest(root, tree, parent) {
  for (const { name } of filesIn(join(root, parent))) {
    const path = join(tree, parent, name);
    if (kindOfFile(path) === "nothing") linkTo(join(root, parent, name), path);
  }
}

// src/host/files/disk-file.ts
import { closeSync, constants as constants2, fstatSync, openSync, readSync } from "node:fs";
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
  const descriptor = openSync(path, "r");
  try {
    const magic2 = Buffer.alloc(4);
    readSync(descriptor, magic2, 0, 4, 0);
    return magic2.equals(Buffer.from("QFI\xFB", "latin1")) ? "qcow2" : "raw";
  } finally {
    closeSync(descriptor);
  }
}
function openForReading(path) {
  const descriptor = openSync(path, "r");
  return {
    sizeBytes: fstatSync(descriptor).size,
    read: (offset, lengthBytes) => readAt(descriptor, offset, lengthBytes),
    [Symbol.dispose]: () => closeSync(descriptor)
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
  openForReading
};
