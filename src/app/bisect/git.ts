import { GitMissing, runGit } from '../../host/git.ts';
import type { CommandResult } from '../../host/process/command.ts';
import { ProvisionError } from '../../provision/provisioned.ts';
import { endingWords, lastLines } from '../../provision/required-program.ts';
import { RunRefused } from '../load-suites.ts';

/** Git did not do what it usually does. Ends the command with exit status 2, with Git's own words. */
export class GitRefused extends RunRefused {
  constructor(words: readonly string[], result: CommandResult) {
    const said = lastLines(result.output);
    super(`git ${words.join(' ')} failed (${endingWords(result)})${said === '' ? '.' : `:\n${said}`}`);
  }
}

/** What Git said and how it ended. Its output is in English. */
export type GitAnswer = CommandResult;

/** Runs Git in one directory. */
export class Git {
  readonly directory: string;
  readonly #signal: AbortSignal | undefined;

  constructor(directory: string, signal?: AbortSignal) {
    this.directory = directory;
    this.#signal = signal;
  }

  /** The same repository, for what has to be done after a cancellation, too. */
  get uncancelled(): Git {
    return new Git(this.directory);
  }

  /** @throws ProvisionError when there is no git */
  async ask(...words: readonly string[]): Promise<GitAnswer> {
    try {
      const environment = { GIT_EDITOR: 'true' };
      return await runGit(words, { cwd: this.directory, settings, environment, signal: this.#signal });
    } catch (error) {
      throw error instanceof GitMissing ? new ProvisionError(error.message, { cause: error }) : error;
    }
  }

  /** What it prints, without the last line feed. @throws GitRefused */
  async tell(...words: readonly string[]): Promise<string> {
    const result = await this.ask(...words);
    if (result.exitCode !== 0) throw new GitRefused(words, result);
    return result.stdout.replace(/\n$/, '');
  }
}

/** Hooks of the repository belong to the user's own checkouts, and so does its cleaning up. */
const settings = ['core.hooksPath=/dev/null', 'gc.auto=0', 'maintenance.auto=false'];

export interface CommitFacts {
  readonly hash: string;
  /** `A U Thor <author@example.org>` */
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly subject: string;
}

const fieldEnd = '\0';

export async function commitFacts(git: Git, revision: string): Promise<CommitFacts> {
  const format = ['%H', '%an <%ae>', '%aI', '%s'].join('%x00');
  const [hash = revision, author = '', date = '', subject = ''] = (
    await git.tell('show', '--no-patch', `--format=${format}`, '--end-of-options', revision)
  ).split(fieldEnd);
  return { hash, author, date, subject };
}

/** The full hash of a commit. @throws RunRefused when the repository does not have it */
export async function resolveCommit(git: Git, option: string, revision: string): Promise<string> {
  const { exitCode, stdout } = await git.ask(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  if (exitCode === 0) return stdout.trim();
  throw new RunRefused(`${option} ${revision}: expected a commit of ${git.directory}, found none.`);
}
