import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  invocation
} from "./chunk-TWGLPJOC.mjs";
import {
  Cancelled
} from "./chunk-QCCLME2R.mjs";
import {
  ProvisionError,
  programMissing
} from "./chunk-HC2HJNXW.mjs";
import {
  LockUnavailable
} from "./chunk-H3I433UH.mjs";
import {
  RunRefused,
  plainText,
  shellJoin
} from "./chunk-DC7FZJX5.mjs";
import {
  UsageError
} from "./chunk-JE7DW4WU.mjs";
import {
  spaceLeftWords
} from "./chunk-V4ERITS4.mjs";
import {
  CommandNotStarted
} from "./chunk-BG5MEEMU.mjs";
import {
  isHostExhausted,
  shortageOf
} from "./chunk-IMACQRHJ.mjs";

// src/command/explain-failure.ts
var unavailable = 69;
function explain(error) {
  const { message, exitStatus } = wordsFor(error);
  return { message: plainText(message), exitStatus };
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
Name a place on another file system: --out for the results, QDT_STORE for what was fetched.`,
      exitStatus: unavailable
    };
  if (error instanceof CommandNotStarted) return explain(programMissing(error));
  if (error instanceof ProvisionError) {
    return {
      message: error.hint === void 0 ? error.message : `${error.message}
${error.hint}`,
      exitStatus: unavailable
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
  const first = `This host could not do its part: ${error.message}`;
  return shortage === void 0 ? first : `${first}
${shortage.meaning.slice(0, 1).toUpperCase()}${shortage.meaning.slice(1)}${room}. ${shortage.advice}`;
}

export {
  explain
};
