import { type ChildProcess, spawn } from 'node:child_process';

// What we start may start more, and none of it shall outlive us, however we die. A parent-death signal reaches only the
// direct child, and nobody runs our code after a SIGKILL. So a shell of a few lines keeps the list of our process
// groups: it reads them from a pipe that only we can write to, and when the pipe ends, because we are gone, it kills
// them.

const script = `trap '' HUP INT QUIT TERM
groups=
while read -r verb group; do
  case $verb in
    +) groups="$groups $group" ;;
    -) left=; for one in $groups; do [ "$one" = "$group" ] || left="$left $one"; done; groups=$left ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done 2>/dev/null
`;

const groups = new Set<number>();
let keeper: ChildProcess | undefined;
let isHooked = false;

/**
 * From now on the group dies with us. Returns when the keeper is sure to learn of it, even if we are killed right
 * after.
 */
export function keepGroup(groupId: number): void {
  hookExit();
  groups.add(groupId);
  if (keeper === undefined) startKeeper();
  else tell(keeper, `+ ${groupId}\n`);
}

/** The group has ended: its number may soon be somebody else's. */
export function letGroupGo(groupId: number): void {
  if (!groups.delete(groupId) || keeper === undefined) return;
  tell(keeper, `- ${groupId}\n`);
}

/** Kills a process group; one that is already gone is what we want. */
export function killGroup(groupId: number): void {
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

/**
 * In a session of its own, so that Ctrl-C and a closed terminal pass it by; at the root, so that it holds no file
 * system.
 */
function startKeeper(): void {
  const started = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Against its types, Node gives none when there were not enough descriptors to make them.
  if ((started.stdin as unknown) === undefined || started.pid === undefined) {
    started.once('error', () => undefined);
    return;
  }
  keeper = started;
  // One that was killed is replaced by the next that we start.
  started.once('exit', () => {
    if (keeper === started) keeper = undefined;
  });
  started.stdin.on('error', () => undefined);
  started.unref();
  (started.stdin as unknown as { unref: () => void }).unref();
  for (const group of groups) tell(started, `+ ${group}\n`);
}

/** So little fits into the pipe at once: it is in there when this returns. */
function tell(to: ChildProcess, line: string): void {
  to.stdin?.write(line);
}

/** When we end by ourselves nobody has to wait for the keeper; what the groups were using can be cleaned up at once. */
function hookExit(): void {
  if (isHooked) return;
  isHooked = true;
  process.prependListener('exit', () => {
    for (const group of groups) killGroup(group);
  });
}
