import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  Cancelled
} from "./chunk-XEAPOWKT.mjs";
import {
  RunRefused,
  plainText,
  shellJoin
} from "./chunk-PP4HT45W.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  programMissing
} from "./chunk-WJUJR6MB.mjs";
import {
  InputRefused,
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  LockUnavailable
} from "./chunk-NMLPZBC3.mjs";
import {
  spaceLeftWords
} from "./chunk-BUN7IQEI.mjs";
import {
  CommandNotStarted
} from "./chunk-GRJFLVWM.mjs";
import {
  invocation
} from "./chunk-YT2C4MXR.mjs";
import {
  isHostExhausted,
  shortageOf
} from "./chunk-PC3WFA6B.mjs";

// src/command/explain-failure.ts
var unavailable = 69;
function explain(error) {
  const { message, exitStatus } = wordsFor(error);
  return { message: plainText(message), exitStatus };
}
function statusForGit(exitStatus) {
  return exitStatus === unavailable ? 125 : 128 + exitStatus;
}
function wordsFor(error) {
  if (error instanceof UsageError && error.helpOn !== void 0) {
    const help = shellJoin([...invocation(), ...error.helpOn, "--help"]);
    return { message: `${error.message}
See ${help}`, exitStatus: 2 };
  }
  if (error instanceof UsageError || error instanceof RunRefused) return { message: error.message, exitStatus: 2 };
  if (error instanceof Cancelled) return { message: error.message, exitStatus: unavailable };
  if (isHostExhausted(error)) return { message: shortageMessage(error), exitStatus: unavailable };
  if (error instanceof LockUnavailable)
    return {
      message: `${error.message}
Use another file system: --out sets the directory for results, QDT_STORE the store of downloads.`,
      exitStatus: unavailable
    };
  if (error instanceof CommandNotStarted) return explain(programMissing(error));
  if (error instanceof ProvisionError) {
    return {
      message: error.hint === void 0 ? error.message : `${error.message}
${error.hint}`,
      exitStatus: error instanceof InputRefused ? 2 : unavailable
    };
  }
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    message: `Internal error: ${detail.replace(/^(Error: )?(Internal error: )?/, "")}`,
    exitStatus: unavailable
  };
}
function shortageMessage(error) {
  const shortage = shortageOf(error.code);
  const room = error.code === "ENOSPC" && "path" in error && typeof error.path === "string" ? ` (${spaceLeftWords(error.path)})` : "";
  const first = `The host failed: ${error.message}`;
  return shortage === void 0 ? first : `${first}
${shortage.meaning.slice(0, 1).toUpperCase()}${shortage.meaning.slice(1)}${room}. ${shortage.advice}`;
}

export {
  explain,
  statusForGit
};
