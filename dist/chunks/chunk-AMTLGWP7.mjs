import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  filesIn,
  readTextIfThere
} from "./chunk-J4GE3IYL.mjs";

// src/host/resources.ts
import { availableParallelism, freemem, totalmem } from "node:os";
import { readFileSync } from "node:fs";
var mebibyte = 1024 * 1024;
function hostResources() {
  return { cpus: availableParallelism(), memoryMiB: Math.floor(totalmem() / mebibyte), availableMemoryMiB: availableMemoryMiB() };
}
function availableMemoryMiB() {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  return kibibytes === void 0 ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}

// src/provision/store-root.ts
import { isAbsolute, join } from "node:path";
var name = "qemu-driver-test";
function storeRoot({ variable, home }) {
  const chosen = variable("QDT_STORE");
  if (chosen !== void 0) return chosen;
  const caches = [variable("RUNNER_TOOL_CACHE"), variable("XDG_CACHE_HOME")].filter((path) => path !== void 0 && isAbsolute(path));
  return join(caches[0] ?? join(home, ".cache"), name);
}

// src/host/kvm.ts
import { accessSync, constants, readFileSync as readFileSync2 } from "node:fs";
var linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo" };
function probeKvm(places = linuxPlaces) {
  const denied = accessError(places.device);
  if (denied === "ENOENT") {
    return {
      kind: "unusable",
      reason: `there is no ${places.device}`,
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
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync2(places.cpuInfo, "utf8"))) {
    return {
      kind: "unusable",
      reason: `${places.device} is there, but the processor offers no virtualisation (no vmx or svm in ${places.cpuInfo})`,
      advice: "Enable nested virtualisation for this machine, or use a host that has it."
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

// src/host/free-space.ts
import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
function freeMiB(path) {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor(bavail * bsize / (1024 * 1024));
}

// src/provision/mirror.ts
function findMirror(release, archiveName, hints) {
  const archive = release.archives[archiveName];
  if (archive === void 0) throw new Error(`Internal error: ${release.distribution} has no archive ${archiveName}`);
  const name2 = mirrorName(release, archiveName);
  const uri = hints.chosen.get(name2) ?? hints.variable(mirrorVariable(name2));
  if (uri !== void 0) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const source = bestSource(archive, release, hints.sources);
  const ownKey = source?.signedBy === release.keyring.path ? void 0 : source?.signedBy;
  return source && { uri: source.uri, signedBy: ownKey ?? hints.keyring, checkValidUntil: source.checkValidUntil };
}
function mirrorName(release, archiveName) {
  return archiveName === "main" ? release.distribution : `${release.distribution}-${archiveName}`;
}
function mirrorVariable(name2) {
  return `QDT_MIRROR_${name2.toUpperCase().replaceAll("-", "_")}`;
}
function bestSource(archive, { keyring }, sources) {
  const candidates = sources.filter((source) => archive.suites.test(source.suite) && source.components.includes(archive.components[0]));
  const usual = (source) => source.signedBy === keyring.path || archive.path.test(source.uri);
  return candidates.find(usual) ?? candidates.find((source) => source.signedBy === void 0);
}

// src/provision/host-apt-sources.ts
import { join as join2 } from "node:path";

// src/provision/control-file.ts
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
  return (stanza.get("depends") ?? "").split(/[,|]/).map((part) => part.trim().replace(/[\s(:[].*$/s, "")).filter((name2) => name2 !== "");
}

// src/provision/apt-sources.ts
function parseSourcesList(text) {
  return text.split("\n").flatMap((line) => {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = "", uri, suite, components = ""] = entry ?? [];
    if (uri === void 0 || suite === void 0) return [];
    return [{ uri, suite, components: words(components), signedBy: option(options, "signed-by"), checkValidUntil: !isNo(option(options, "check-valid-until")) }];
  });
}
function parseDeb822Sources(text) {
  return parseControlFile(text).flatMap((stanza) => {
    if (!words(stanza.get("types")).includes("deb") || isNo(stanza.get("enabled"))) return [];
    const common = { components: words(stanza.get("components")), signedBy: signedBy(stanza), checkValidUntil: !isNo(stanza.get("check-valid-until")) };
    return words(stanza.get("uris")).flatMap((uri) => words(stanza.get("suites")).map((suite) => ({ uri, suite, ...common })));
  });
}
function words(text) {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
function option(options, name2) {
  const found = words(options).find((word) => word.toLowerCase().startsWith(`${name2}=`));
  return found?.slice(name2.length + 1);
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
  const known = entries.flatMap((entry) => entry[0] === void 0 ? [] : [{ uri: entry[0], priority: priority(entry) }]);
  return known.sort((a, b) => a.priority === b.priority ? 0 : a.priority - b.priority).map(({ uri }) => uri);
}

// src/provision/host-apt-sources.ts
function hostAptSources(directory = "/etc/apt") {
  const parts = join2(directory, "sources.list.d");
  const names = filesIn(parts).map(({ name: name2 }) => name2);
  return [
    ...parseSourcesList(readTextIfThere(join2(directory, "sources.list")) ?? ""),
    ...names.flatMap((name2) => parseByName(name2, join2(parts, name2)))
  ].map(withoutMirrorList);
}
function withoutMirrorList(source) {
  const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(source.uri)?.[1];
  const [best] = list === void 0 ? [] : parseMirrorList(readTextIfThere(list) ?? "");
  return best === void 0 ? source : { ...source, uri: best };
}
function parseByName(name2, path) {
  if (name2.endsWith(".sources")) return parseDeb822Sources(readTextIfThere(path) ?? "");
  if (name2.endsWith(".list")) return parseSourcesList(readTextIfThere(path) ?? "");
  return [];
}

export {
  hostResources,
  storeRoot,
  probeKvm,
  freeMiB,
  findMirror,
  mirrorName,
  mirrorVariable,
  parseControlFile,
  dependencyNames,
  hostAptSources
};
