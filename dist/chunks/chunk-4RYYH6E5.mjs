import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  architectureOf,
  architectureOfNode,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  environmentVariable,
  hostArchitecture
} from "./chunk-SMWPJZE2.mjs";
import {
  filesIn,
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";

// src/provision/apt/releases.ts
var debianCodenames = "buster|bullseye|bookworm|trixie|forky|duke|sid|experimental|oldoldstable|oldstable|stable|testing|unstable";
var bullseye = ["bullseye", "bullseye-security"];
var bookworm = ["bookworm", "bookworm-security"];
var trixie = ["trixie", "trixie-security"];
var trixieBackports = [...trixie, "trixie-backports"];
function places(version, ...choices) {
  const of = (flavour) => choices.map(([suites, metaPackage = "linux-image%-{arch}"]) => ({
    metaPackage: metaPackage.replace("%", flavour),
    ...version === void 0 ? {} : { version },
    suites
  }));
  return { generic: of(""), cloud: of("-cloud"), rt: of("-rt") };
}
var qemuPackages = ["qemu-utils"];
var debian = {
  distribution: "debian",
  keyring: { path: "/usr/share/keyrings/debian-archive-keyring.gpg", package: "debian-archive-keyring" },
  mirrorTemplate: { path: "/usr/share/python-apt/templates/Debian.info", package: "python-apt-common" },
  archives: {
    main: {
      suites: new RegExp(`^(${debianCodenames})(-updates|-backports)?$`),
      components: ["main"],
      path: /\/debian\/?$/,
      templateSuite: "{series}",
      optional: false
    },
    security: {
      suites: new RegExp(`^(${debianCodenames})(-security|/updates)$`),
      components: ["main"],
      path: /\/debian-security\/?$/,
      templateSuite: "{series}-security",
      optional: true
    }
  },
  suites: {
    bullseye: { archive: "main" },
    "bullseye-security": { archive: "security" },
    bookworm: { archive: "main" },
    "bookworm-backports": { archive: "main" },
    "bookworm-security": { archive: "security" },
    trixie: { archive: "main" },
    "trixie-backports": { archive: "main" },
    "trixie-security": { archive: "security" },
    stable: { archive: "main" },
    "stable-security": { archive: "security" },
    forky: { archive: "main" },
    sid: { archive: "main" },
    experimental: { archive: "main" }
  },
  kernels: {
    "5.10": places("5.10", [bullseye]),
    "6.1": places("6.1", [bookworm], [bullseye, "linux-image-6.1%-{arch}"]),
    // Bookworm comes first: the programs in its kernel headers run on every host with glibc 2.36 or later.
    "6.12": places(
      "6.12",
      [["bookworm-security"], "linux-image-6.12%-{arch}"],
      [[...bookworm, "bookworm-backports"]],
      [trixie]
    ),
    oldest: places(void 0, [bullseye], [bookworm]),
    stable: places(void 0, [["stable", "stable-security"]]),
    newest: places(void 0, [[...trixieBackports, "forky", "sid"]], [["sid"]]),
    bullseye: places(void 0, [bullseye]),
    bookworm: places(void 0, [bookworm]),
    "bookworm-backports": places(void 0, [[...bookworm, "bookworm-backports"]]),
    trixie: places(void 0, [trixie]),
    "trixie-backports": places(void 0, [trixieBackports]),
    forky: places(void 0, [["forky"]]),
    sid: places(void 0, [["sid"]]),
    experimental: places(void 0, [["sid", "experimental"]])
  },
  movingKernels: places(void 0, [trixieBackports], [["forky"]], [["sid"]], [["sid", "experimental"]]),
  defaultKernel: { byVersion: {}, otherwise: "6.12" },
  kernelPackages: {
    imagePrefix: "linux-image-",
    imageParts: /^linux-(image|modules|binary|base)-\d/,
    releases: {
      "linux-image-{arch}": /^\d[\d.]*(\+deb\d[\d.]*|-[\d.]*(deb\d+[\d.]*)?)?-(amd64|arm64|riscv64)$/,
      "linux-image-cloud-{arch}": /^\d.*-cloud-(amd64|arm64)$/,
      "linux-image-rt-{arch}": /^\d.*-rt-(amd64|arm64)$/
    },
    headersPrefix: "linux-headers-",
    headersParts: /^linux-(headers|kbuild)-/,
    hostParts: /^linux-kbuild-/,
    headersDirectory: "usr/src"
  },
  qemu: {
    default: { suite: "trixie-backports", version: "11.1" },
    suites: {
      bookworm: { suites: ["bookworm", "bookworm-security"], packages: qemuPackages },
      "bookworm-backports": { suites: ["bookworm", "bookworm-security", "bookworm-backports"], packages: qemuPackages },
      trixie: { suites: ["trixie", "trixie-security"], packages: qemuPackages },
      "trixie-backports": { suites: ["trixie", "trixie-security", "trixie-backports"], packages: qemuPackages }
    }
  },
  images: {
    bullseye,
    bookworm,
    trixie,
    stable: ["stable", "stable-security"],
    forky: ["forky"],
    sid: ["sid"]
  },
  fakeroot: { suites: bookworm, packages: ["fakeroot", "libfakeroot"] },
  tools: { suites: bookworm, packages: ["kmod", "xz-utils", "zstd", "lz4", "busybox-static"] },
  // The first of its releases that every architecture has.
  guestTools: { suites: trixie, packages: ["busybox-static"] },
  treeCompiler: { suites: bookworm, packages: ["device-tree-compiler"] }
};
var ubuntuCodenames = "focal|jammy|noble|plucky|questing|resolute|devel";
function pockets(codename) {
  return [codename, `${codename}-updates`, `${codename}-security`];
}
function suitesOf(...releases2) {
  return Object.fromEntries(
    releases2.flatMap(
      (codename) => pockets(codename).map((suite) => [suite, { archive: suite.endsWith("-security") ? "security" : "main" }])
    )
  );
}
function kernelsOf(version, codename) {
  const suites = pockets(codename);
  return {
    generic: [{ metaPackage: "linux-image-generic", suites }],
    hwe: [{ metaPackage: `linux-image-generic-hwe-${version}`, suites }]
  };
}
function qemuOf(codename) {
  return { suites: pockets(codename), packages: qemuPackages };
}
var ubuntu = {
  distribution: "ubuntu",
  keyring: { path: "/usr/share/keyrings/ubuntu-archive-keyring.gpg", package: "ubuntu-keyring" },
  mirrorTemplate: { path: "/usr/share/python-apt/templates/Ubuntu.info", package: "python-apt-common" },
  archives: {
    main: {
      suites: new RegExp(`^(${ubuntuCodenames})(-updates|-backports)?$`),
      components: ["main", "universe"],
      path: /\/ubuntu\/?$/,
      templateSuite: "devel",
      optional: false
    },
    security: {
      suites: new RegExp(`^(${ubuntuCodenames})-security$`),
      components: ["main", "universe"],
      path: /\/ubuntu\/?$/,
      templateSuite: "devel-security",
      optional: true
    }
  },
  mainArchitectures: ["amd64", "i386"],
  suites: suitesOf("focal", "jammy", "noble", "resolute"),
  kernels: {
    "20.04": kernelsOf("20.04", "focal"),
    "22.04": kernelsOf("22.04", "jammy"),
    "24.04": kernelsOf("24.04", "noble"),
    "26.04": kernelsOf("26.04", "resolute")
  },
  defaultKernel: { byVersion: { "26.04": "26.04" }, otherwise: "24.04" },
  kernelPackages: {
    imagePrefix: "linux-image-",
    imageParts: /^linux-(image|modules|modules-extra)-\d/,
    headersPrefix: "linux-headers-",
    headersParts: /^linux-(headers|lib-rust)-\d/,
    headersDirectory: "usr/src"
  },
  qemu: {
    default: { suite: "26.04", version: "10.2" },
    suites: { "24.04": qemuOf("noble"), "26.04": qemuOf("resolute") }
  },
  images: {
    "20.04": pockets("focal"),
    "22.04": pockets("jammy"),
    "24.04": pockets("noble"),
    "26.04": pockets("resolute")
  },
  fakeroot: { suites: pockets("jammy"), packages: ["fakeroot", "libfakeroot"] },
  tools: { suites: pockets("noble"), packages: ["kmod", "xz-utils", "zstd", "lz4", "busybox-static"] },
  guestTools: { suites: pockets("noble"), packages: ["busybox-static"] },
  treeCompiler: { suites: pockets("noble"), packages: ["device-tree-compiler"] }
};
var releases = [debian, ubuntu];
function parseOsRelease(text) {
  const fields = new Map(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = "", value = ""]) => [
      key,
      value.trim().replace(/^(["'])(.*)\1$/, "$2")
    ])
  );
  return {
    id: fields.get("ID") ?? "",
    like: (fields.get("ID_LIKE") ?? "").split(/\s+/).filter((word) => word !== ""),
    version: fields.get("VERSION_ID") ?? ""
  };
}
function hostSystem() {
  return parseOsRelease(readTextIfThere("/etc/os-release") ?? readTextIfThere("/usr/lib/os-release") ?? "");
}
function releaseFor({ id, like }) {
  const known = [id, ...like].map((name) => releases.find(({ distribution }) => distribution === name));
  return known.find((release) => release !== void 0) ?? releases[0];
}
function kernelDistributions(system) {
  const own = releaseFor(system);
  return [own, ...releases.filter((release) => release !== own)];
}
function defaultKernelFor(system) {
  const { distribution, defaultKernel } = releaseFor(system);
  const series = system.id === distribution ? defaultKernel.byVersion[system.version] : void 0;
  return `${distribution}:${series ?? defaultKernel.otherwise}`;
}

// src/provision/apt/host-architecture.ts
var hosts = ["x86_64", "aarch64"];
var architectureAdvice = "Use an x86_64 or an arm64 host. On GitHub: runs-on: ubuntu-24.04";
function checkArchitecture() {
  const host = hostArchitecture();
  const known = hosts.map(architectureOf).map(({ node }) => node);
  const problem = known.includes(host) ? void 0 : `tests cannot run on it: QEMU and its tools are fetched only for ${known.join(" and ")} hosts`;
  return { host, problem, advice: architectureAdvice };
}
function requireHostArchitecture() {
  const { host, problem, advice } = checkArchitecture();
  if (problem !== void 0) throw new ProvisionError(`This host is ${host}: ${problem}.`, { hint: advice });
}
function hostsOwn() {
  return architectureOfNode(hostArchitecture()) ?? architectureOf(usualArchitecture);
}

// src/provision/apt/apt-sources.ts
import { join } from "node:path";

// src/provision/apt/package-file.ts
function parseControlFile(text) {
  return text.split(/\n[ \t]*\n/).map(parseStanza).filter((stanza) => stanza.size > 0);
}
function parseStanza(text) {
  const stanza = /* @__PURE__ */ new Map();
  let field;
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) continue;
    const named = /^([^\s:]+):[ \t]*(.*)$/.exec(line);
    if (named?.[1] !== void 0 && named[2] !== void 0) {
      field = named[1].toLowerCase();
      stanza.set(field, named[2].trimEnd());
    } else if (field !== void 0 && /^[ \t]/.test(line)) {
      stanza.set(field, `${stanza.get(field) ?? ""}
${line.slice(1).trimEnd()}`);
    }
  }
  return stanza;
}
function dependencyNames(stanza) {
  return (stanza.get("depends") ?? "").split(/[,|]/).map((part) => part.trim().replace(/[\s(:[].*$/s, "")).filter((name) => name !== "");
}
function parsePrintedUris(output) {
  return output.split("\n").filter((line) => line.startsWith("'")).map((line) => {
    const [, uri, name, size, sha256] = /^'([^']+)' (\S+) (\d+) SHA256:([0-9a-f]{64})$/.exec(line.trimEnd()) ?? [];
    if (uri === void 0 || name === void 0 || size === void 0 || sha256 === void 0) {
      throw new Error(`Internal error: apt-get printed no SHA-256, although it was required: ${line}`);
    }
    return { name, uri, sizeBytes: Number(size), sha256 };
  });
}
function packageSetKey(files) {
  return files.map(({ name, sha256 }) => `${name} ${sha256}`).sort().join("\n");
}
function readPackageFiles(stored) {
  if (!Array.isArray(stored)) return void 0;
  const files = stored.map(readPackageFile);
  return files.every((file) => file !== void 0) ? files : void 0;
}
function readPackageFile(stored) {
  const { name, uri, sizeBytes, sha256 } = asObject(stored) ?? {};
  if (typeof name !== "string" || typeof uri !== "string" || typeof sizeBytes !== "number" || typeof sha256 !== "string")
    return void 0;
  return { name, uri, sizeBytes, sha256 };
}

// src/provision/apt/apt-sources.ts
function parseSourcesList(text) {
  return text.split("\n").flatMap((line) => {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = "", uri, suite, components = ""] = entry ?? [];
    if (uri === void 0 || suite === void 0) return [];
    return [
      {
        uri,
        suite,
        components: words(components),
        signedBy: option(options, "signed-by"),
        ...architecturesIn(option(options, "arch")?.replaceAll(",", " ")),
        checkValidUntil: !isNo(option(options, "check-valid-until"))
      }
    ];
  });
}
function parseDeb822Sources(text) {
  return parseControlFile(text).flatMap((stanza) => {
    if (!words(stanza.get("types")).includes("deb") || isNo(stanza.get("enabled"))) return [];
    const common = {
      components: words(stanza.get("components")),
      signedBy: signedBy(stanza),
      ...architecturesIn(stanza.get("architectures")),
      checkValidUntil: !isNo(stanza.get("check-valid-until"))
    };
    return words(stanza.get("uris")).flatMap(
      (uri) => words(stanza.get("suites")).map((suite) => ({ uri, suite, ...common }))
    );
  });
}
function words(text) {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
function option(options, name) {
  const found = words(options).find((word) => word.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
function architecturesIn(value) {
  const named = words(value).filter((name) => !/[+-]$/.test(name));
  return named.length === 0 ? {} : { architectures: named };
}
function isNo(value) {
  return value !== void 0 && /^(no|false|without|off|disable)$/i.test(value.trim());
}
function signedBy(stanza) {
  return stanza.get("signed-by")?.trim();
}
function parseMirrorList(text) {
  const entries = text.split("\n").map((line) => words(line.replace(/#.*/, "")));
  const priority = (entry) => Number(entry.map((word) => /^priority:(\d+)$/.exec(word)?.[1]).find((found) => found !== void 0) ?? Infinity);
  const known = entries.flatMap(
    (entry) => entry[0] === void 0 ? [] : [{ uri: entry[0], priority: priority(entry) }]
  );
  return known.sort((a, b) => a.priority === b.priority ? 0 : a.priority - b.priority).map(({ uri }) => uri);
}
function hostAptSources(directory = "/etc/apt") {
  const parts = join(directory, "sources.list.d");
  const names = filesIn(parts).map(({ name }) => name);
  return [
    ...parseSourcesList(readTextIfThere(join(directory, "sources.list")) ?? ""),
    ...names.flatMap((name) => parseByName(name, join(parts, name)))
  ].map(withoutMirrorList);
}
function withoutMirrorList(source) {
  const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(source.uri)?.[1];
  const [best] = list === void 0 ? [] : parseMirrorList(readTextIfThere(list) ?? "");
  return best === void 0 ? source : { ...source, uri: best };
}
function parseByName(name, path) {
  if (name.endsWith(".sources")) return parseDeb822Sources(readTextIfThere(path) ?? "");
  if (name.endsWith(".list")) return parseSourcesList(readTextIfThere(path) ?? "");
  return [];
}

// src/provision/apt/mirror.ts
function findMirror(release, archiveName, hints) {
  const archive = release.archives[archiveName];
  if (archive === void 0) throw new Error(`Internal error: ${release.distribution} has no archive ${archiveName}`);
  const name = mirrorName(release, archiveName);
  const uri = hints.chosen.get(name) ?? hints.variable(mirrorVariable(name));
  if (uri !== void 0) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const source = bestSource(archive, release, hints.sources);
  const ownKey = source?.signedBy === release.keyring.path ? void 0 : source?.signedBy;
  return source && { uri: source.uri, signedBy: ownKey ?? hints.keyring, checkValidUntil: source.checkValidUntil };
}
function mirrorName(release, archiveName) {
  return archiveName === "main" ? release.distribution : `${release.distribution}-${archiveName}`;
}
function mirrorVariable(name) {
  return `QDT_MIRROR_${name.toUpperCase().replaceAll("-", "_")}`;
}
function bestSource(archive, { keyring }, sources) {
  const candidates = sources.filter(
    (source) => archive.suites.test(source.suite) && source.components.includes(archive.components[0])
  );
  const usual = (source) => source.signedBy === keyring.path || archive.path.test(source.uri);
  return candidates.find(usual) ?? candidates.find((source) => source.signedBy === void 0);
}
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
  payloadLength: 588,
  preferredAddress: 600,
  neededBytes: 608
};
var headerEnd = 592;
var magic = "HdrS";
var firstWithPayload = 520;
var firstWithNeed = 522;
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
function readLoadedEnd(read) {
  const header = readWhole(read, 0, offsets.neededBytes + 4);
  if (header === void 0 || readBzImage(read) === void 0) return void 0;
  if (header.readUInt16LE(offsets.protocol) < firstWithNeed) return void 0;
  return Number(header.readBigUInt64LE(offsets.preferredAddress)) + header.readUInt32LE(offsets.neededBytes);
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

// src/host/files/disk-file.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
async function createDiskFile(path, sizeBytes) {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 384);
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

export {
  releases,
  hostSystem,
  releaseFor,
  kernelDistributions,
  defaultKernelFor,
  bytesOf,
  readWhole,
  textAt,
  readBzImage,
  readPayload,
  readLoadedEnd,
  releaseOf,
  isElf,
  readElfHeader,
  bannersIn,
  bannerRelease,
  createDiskFile,
  diskFormat,
  openForReading,
  checkArchitecture,
  requireHostArchitecture,
  hostsOwn,
  parseControlFile,
  dependencyNames,
  parsePrintedUris,
  packageSetKey,
  readPackageFiles,
  hostAptSources,
  findMirror,
  mirrorName,
  mirrorVariable,
  probeMirrors
};
