import { environmentWith } from './environment.ts';
import { CommandNotStarted, type CommandResult, runCommand } from './process/command.ts';

/** There is no git on this host. */
export class GitMissing extends Error {
  override readonly name = 'GitMissing';

  constructor(cause: unknown) {
    super('git was not found. On Debian and Ubuntu: sudo apt-get install git', { cause });
  }
}

export interface GitOptions {
  /** The directory to which the command applies; absolute. */
  readonly cwd: string;
  /** Settings that count for this command only, as `core.hooksPath=/dev/null`. */
  readonly settings?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

/** A hook or an alias of git's sets variables that name its own repository. We ask about the one at a path. */
const repositoryVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
];

/**
 * Runs git in a directory. It speaks English and asks nobody for a password. A non-zero exit status is a value.
 * @throws GitMissing @throws the signal's reason when it aborts
 */
export async function runGit(
  words: readonly string[],
  { cwd, settings = [], environment = {}, signal }: GitOptions,
): Promise<CommandResult> {
  const env = environmentWith({
    ...Object.fromEntries(repositoryVariables.map((name) => [name, undefined])),
    LC_ALL: 'C',
    LANGUAGE: undefined,
    GIT_TERMINAL_PROMPT: '0',
    ...environment,
  });
  try {
    return await runCommand(['git', ...settings.flatMap((setting) => ['-c', setting]), ...words], {
      cwd,
      env,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw error instanceof CommandNotStarted ? new GitMissing(error) : error;
  }
}
