import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/diagnose/handled.ts
var handledInWords = "handled: no crash, no hang, nothing left behind";
function unhandled({ ending, stages }, outcome) {
  switch (outcome) {
    case "crash":
    case "hang":
    case "timeout":
      return "";
    case "pass":
    case "fail":
    case "skip":
      return leftBehind(stages);
    case "error":
      return ending.kind === "completed" && setupFailed(stages) ? void 0 : "";
  }
}
function leftBehind(stages) {
  if (setupFailed(stages)) return void 0;
  const failed = stages.find(({ name, exitStatus }) => name.endsWith("teardown") && exitStatus !== 0);
  return failed === void 0 ? void 0 : `something was left behind: ${failed.name} ended with exit status ${failed.exitStatus ?? "none"}`;
}
function setupFailed(stages) {
  return stages.some(({ name, exitStatus }) => name.endsWith("setup") && exitStatus !== 0);
}

export {
  handledInWords,
  unhandled
};
