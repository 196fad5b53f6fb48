import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  spaceLeftAt,
  spaceLeftWords,
  temporaryPlace
} from "./chunk-BUN7IQEI.mjs";
import {
  shortageIn,
  shortageOf
} from "./chunk-PC3WFA6B.mjs";

// src/provision/host-shortage.ts
import { isAbsolute } from "node:path";
var HostShortage = class extends ProvisionError {
  /** The system's error code: `ENOSPC`. */
  code;
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
};
function refuseShortage(words, scene) {
  const shortage = shortageIn(words);
  if (shortage !== void 0) throw hostShortage(shortage, void 0, scene);
}
function shortageFrom(code, path, scene) {
  const shortage = shortageOf(code);
  return shortage && hostShortage(shortage, path, scene);
}
function requireRoom(neededBytes, scene) {
  const full = shortageOf("ENOSPC");
  if (full !== void 0 && spaceLeftAt(scene.root).freeBytes < neededBytes)
    throw hostShortage(full, scene.root, { ...scene, neededBytes });
}
function hostShortage(shortage, path, scene) {
  const { root, during, cause } = scene;
  const when = during === void 0 ? "" : ` while ${during}`;
  if (!aboutFiles.has(shortage.code))
    return new HostShortage(shortage.code, `${capitalized(shortage.meaning)}${when}.`, {
      hint: shortage.advice,
      cause
    });
  const place = path !== void 0 && isAbsolute(path) ? path : fullest(root);
  const message = `${capitalized(shortage.meaning)} at ${place}${when}${shortage.code === "ENOSPC" ? `: ${spaceLeftWords(place, scene.neededBytes)}` : ""}.`;
  return new HostShortage(shortage.code, message, { hint: adviceFor(place, root, shortage), cause });
}
var aboutFiles = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "EACCES", "EPERM"]);
function adviceFor(place, root, { code, advice }) {
  if (code === "EIO") return advice;
  const first = code === "ENOSPC" || code === "EDQUOT" ? "Free some space there" : "Fix that";
  if (place.startsWith(root) || root.startsWith(place))
    return `${first}, or choose another place for the store: QDT_STORE=/path/to/a/directory`;
  return place.startsWith(temporaryPlace()) ? `${first}, or choose another place for temporary files: TMPDIR=/path/to/a/directory` : advice;
}
function fullest(root) {
  const room = (place) => {
    const { freeBytes, freeFiles } = spaceLeftAt(place);
    return freeFiles === 0 ? 0 : freeBytes;
  };
  const temporary = temporaryPlace();
  return room(temporary) < room(root) ? temporary : root;
}
function capitalized(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export {
  HostShortage,
  refuseShortage,
  shortageFrom,
  requireRoom,
  fullest
};
