import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-7N4AMPUF.mjs";
import {
  sha256OfFile
} from "./chunk-UOT7TFTO.mjs";
import {
  filesIn,
  kindOfFile,
  readTextIfThere
} from "./chunk-LQRWZFRM.mjs";
import {
  copyFileTo,
  linkTo
} from "./chunk-GEGC7X7J.mjs";
import {
  makeDirectory
} from "./chunk-VEV5XY66.mjs";

// src/host/kvm.ts
import { accessSync, constants, readFileSync } from "node:fs";
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
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync(places.cpuInfo, "utf8"))) {
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

// src/provision/module-sources.ts
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

// src/provision/mirror.ts
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
  return (stanza.get("depends") ?? "").split(/[,|]/).map((part) => part.trim().replace(/[\s(:[].*$/s, "")).filter((name) => name !== "");
}

// src/provision/apt-sources.ts
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

// src/provision/host-apt-sources.ts
function hostAptSources(directory = "/etc/apt") {
  const parts = join2(directory, "sources.list.d");
  const names = filesIn(parts).map(({ name }) => name);
  return [
    ...parseSourcesList(readTextIfThere(join2(directory, "sources.list")) ?? ""),
    ...names.flatMap((name) => parseByName(name, join2(parts, name)))
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

// src/provision/module-closure.ts
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

export {
  probeKvm,
  findModuleSources,
  digestSources,
  stageSources,
  projectRoot,
  repositoryOf,
  parseModulesDep,
  loadOrder,
  moduleName,
  findMirror,
  mirrorName,
  mirrorVariable,
  parseControlFile,
  dependencyNames,
  hostAptSources
};
