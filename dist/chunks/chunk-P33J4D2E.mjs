import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  CommandNotStarted
} from "./chunk-GRJFLVWM.mjs";
import {
  environmentWith
} from "./chunk-SMWPJZE2.mjs";

// src/host/git.ts
var GitMissing = class extends Error {
  name = "GitMissing";
  constructor(cause) {
    super("git was not found. On Debian and Ubuntu: sudo apt-get install git", { cause });
  }
};
var repositoryVariables = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES"
];
async function runGit(words, { cwd, settings = [], environment = {}, signal }) {
  const env = environmentWith({
    ...Object.fromEntries(repositoryVariables.map((name) => [name, void 0])),
    LC_ALL: "C",
    LANGUAGE: void 0,
    GIT_TERMINAL_PROMPT: "0",
    ...environment
  });
  try {
    return await runCommand(["git", ...settings.flatMap((setting) => ["-c", setting]), ...words], {
      cwd,
      env,
      ...signal === void 0 ? {} : { signal }
    });
  } catch (error) {
    throw error instanceof CommandNotStarted ? new GitMissing(error) : error;
  }
}

export {
  GitMissing,
  runGit
};
