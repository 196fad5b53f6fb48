import { type ChildProcess, spawn } from 'node:child_process';

// Programs that we start may start others, and none of them may outlive us, however we die. A parent-death signal
// reaches only the direct child, and after a SIGKILL no code of ours runs. So a small shell keeps the list of our
// process groups: it reads them from a pipe that only we can write to, and kills them when the pipe ends, because then
// we are gone.

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
 * From now on the group dies with us. Returns when the keeper is certain to learn of it, even if we are killed right
 * after.
 */
export function keepGroup(groupId: number): void {
  hookExit();
  groups.add(groupId);
  if (keeper === undefined) startKeeper();
  else tell(keeper, `+ ${groupId}\n`);
}

/** The group has ended, and its number may be reused soon. */
export function letGroupGo(groupId: number): void {
  if (!groups.delete(groupId) || keeper === undefined) return;
  tell(keeper, `- ${groupId}\n`);
}

/** Kills a process group, which may already be gone. */
export function killGroup(groupId: number): void {
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

/**
 * It runs in its own session, so that Ctrl-C and a closed terminal do not reach it, and in the root directory, so that
 * it keeps no file system busy.
 */
function startKeeper(): void {
  const started = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Contrary to its types, Node returns none when there were not enough descriptors.
  if ((started.stdin as unknown) === undefined || started.pid === undefined) {
    started.once('error', () => undefined);
    return;
  }
  keeper = started;
  // If it is killed, the next start replaces it.
  started.once('exit', () => {
    if (keeper === started) keeper = undefined;
  });
  started.stdin.on('error', () => undefined);
  started.unref();
  (started.stdin as unknown as { unref: () => void }).unref();
  for (const group of groups) tell(started, `+ ${group}\n`);
}

/** The line is so short that it is in the pipe when this returns. */
function tell(to: ChildProcess, line: string): void {
  to.stdin?.write(line);
}

/** On a normal exit, nobody needs to wait for the keeper, and files in use can be cleaned up at once. */
function hookExit(): void {
  if (isHooked) return;
  isHooked = true;
  process.prependListener('exit', () => {
    for (const group of groups) killGroup(group);
  });
}
