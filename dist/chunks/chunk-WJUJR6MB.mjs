import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  CommandNotStarted
} from "./chunk-GRJFLVWM.mjs";
import {
  environmentWith,
  findProgram
} from "./chunk-SMWPJZE2.mjs";

// src/provision/required-program.ts
var packages = {
  "apt-get": "apt",
  "apt-cache": "apt",
  "dpkg-deb": "dpkg",
  flock: "util-linux",
  strip: "binutils"
};
async function runRequired(argv, options) {
  try {
    return await runCommand(argv, options);
  } catch (error) {
    throw error instanceof CommandNotStarted ? programMissing(error) : error;
  }
}
function requirePrograms(...names) {
  const missing = names.find((name) => findProgram(name) === void 0);
  if (missing !== void 0)
    throw new ProvisionError(`${missing} is needed, but was not found.`, { hint: installHint(missing) });
}
function inEnglish(changes = {}) {
  return environmentWith({ LC_ALL: "C", LANGUAGE: void 0, ...changes });
}
function endingWords({ exitCode, signal }) {
  return exitCode === void 0 ? `killed by ${signal ?? "a signal"}` : `exit status ${exitCode}`;
}
function programMissing(error) {
  const name = error.program.slice(error.program.lastIndexOf("/") + 1);
  return new ProvisionError(`${name} is needed, but could not be started.`, {
    hint: installHint(name),
    cause: error
  });
}
function installHint(program) {
  return `Install it: sudo apt-get install ${packages[program] ?? program}`;
}
function lastLines(output, count = 5) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}

export {
  runRequired,
  requirePrograms,
  inEnglish,
  endingWords,
  programMissing,
  installHint,
  lastLines
};
