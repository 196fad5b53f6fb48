import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunks/chunk-2ECDMY2R.mjs";
import "./chunks/chunk-TOO6KRSQ.mjs";

// src/device-loader.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

// src/device-host/model-source.ts
var libraryName = "qemu-driver-test/device";
function isTypeScript(url) {
  return /\.m?ts$/.test(url);
}

// src/host/files/kept-texts.ts
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
var KeptTexts = class {
  #directory;
  /** Without a directory, nothing is kept. */
  constructor(directory) {
    this.#directory = directory;
  }
  /** What any process has made of this text. @throws SystemError */
  find(text) {
    const path = this.#pathOf(text);
    if (path === void 0) return void 0;
    try {
      const [of, made] = JSON.parse(readFileSync(path, "utf8"));
      return of === text ? made : void 0;
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return void 0;
      throw error;
    }
  }
  /** If there is no room, each process makes it again, which is only slower. */
  keep(text, made) {
    const path = this.#pathOf(text);
    if (path === void 0) return;
    const draft = `${path}.${process.pid}.${threadId}`;
    try {
      writeFileSync(draft, JSON.stringify([text, made]));
      renameSync(draft, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  #pathOf(text) {
    if (this.#directory === void 0) return void 0;
    return join(this.#directory, nameOf(text));
  }
};
function nameOf(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

// src/device-loader.ts
var library = new URL("./device.mjs", import.meta.url).href;
var texts = new KeptTexts(void 0);
function initialize(settings) {
  texts = new KeptTexts(settings.texts);
}
function resolve(specifier, context, next) {
  return specifier === libraryName ? { url: library, shortCircuit: true } : next(specifier, context);
}
function load(url, context, next) {
  if (!url.startsWith("file:") || !isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  const source = readFileSync2(path, "utf8");
  const found = texts.find(source);
  if (found !== void 0) return moduleOf(found);
  const strip = ({ stripTypes }) => {
    const stripped = stripTypes(source, path);
    texts.keep(source, stripped);
    return moduleOf(stripped);
  };
  if (isMainThread) return strip(createRequire(import.meta.url)("./type-stripper.mjs"));
  return import("./type-stripper.mjs").then(strip);
}
function moduleOf(source) {
  return { format: "module", source, shortCircuit: true };
}
export {
  initialize,
  load,
  resolve
};
