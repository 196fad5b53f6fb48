import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/process/process-keeper.ts
import { spawn } from "node:child_process";
var script = `trap '' HUP INT QUIT TERM
groups=
while read -r verb group; do
  case $verb in
    +) groups="$groups $group" ;;
    -) left=; for one in $groups; do [ "$one" = "$group" ] || left="$left $one"; done; groups=$left ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done 2>/dev/null
`;
var groups = /* @__PURE__ */ new Set();
var keeper;
var isHooked = false;
function keepGroup(groupId) {
  hookExit();
  groups.add(groupId);
  if (keeper === void 0) startKeeper();
  else tell(keeper, `+ ${groupId}
`);
}
function letGroupGo(groupId) {
  if (!groups.delete(groupId) || keeper === void 0) return;
  tell(keeper, `- ${groupId}
`);
}
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}
function startKeeper() {
  const started = spawn("/bin/sh", ["-c", script], {
    cwd: "/",
    detached: true,
    env: {},
    stdio: ["pipe", "ignore", "ignore"]
  });
  if (started.stdin === void 0 || started.pid === void 0) {
    started.once("error", () => void 0);
    return;
  }
  keeper = started;
  started.once("exit", () => {
    if (keeper === started) keeper = void 0;
  });
  started.stdin.on("error", () => void 0);
  started.unref();
  started.stdin.unref();
  for (const group of groups) tell(started, `+ ${group}
`);
}
function tell(to, line) {
  to.stdin?.write(line);
}
function hookExit() {
  if (isHooked) return;
  isHooked = true;
  process.prependListener("exit", () => {
    for (const group of groups) killGroup(group);
  });
}

export {
  keepGroup,
  letGroupGo,
  killGroup
};
