import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  hostSystem,
  releaseFor,
  releases
} from "./chunk-FEUI54CN.mjs";
import {
  ProvisionError
} from "./chunk-QG5PWIID.mjs";
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  environmentVariable,
  hostArchitecture
} from "./chunk-U2LNNYGN.mjs";
import {
  filesIn,
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";

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

// src/provision/apt/host-architecture.ts
var architectureAdvice = "Use an x86_64 host. On GitHub: runs-on: ubuntu-24.04 instead of ubuntu-24.04-arm";
function checkArchitecture() {
  const host = hostArchitecture();
  const { hostArchitecture: needed } = releaseFor(hostSystem());
  const problem = host === needed ? void 0 : `tests cannot run on it: they boot x86_64 kernels, and QEMU and its tools are fetched only for ${needed} hosts`;
  return { host, problem, advice: architectureAdvice };
}
function requireHostArchitecture() {
  const { host, problem, advice } = checkArchitecture();
  if (problem !== void 0) throw new ProvisionError(`This host is ${host}: ${problem}.`, { hint: advice });
}

export {
  parseControlFile,
  dependencyNames,
  parsePrintedUris,
  packageSetKey,
  readPackageFiles,
  hostAptSources,
  findMirror,
  mirrorName,
  mirrorVariable,
  probeMirrors,
  architectureAdvice,
  checkArchitecture,
  requireHostArchitecture
};
