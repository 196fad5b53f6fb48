import { GitMissing, runGit } from '../../host/git.ts';

/** A repository on a server, and who may write to it. */
export interface GitRemote {
  /** `https://…`; in tests also `file://…`. */
  readonly url: string;
  readonly user: string;
  /** Undefined: the job has none. */
  readonly token: string | undefined;
  /** The file with the certificate of a server that the runner's system does not know. */
  readonly caFile?: string | undefined;
}

export interface GitAnswer {
  readonly isGood: boolean;
  readonly stdout: string;
  /** Standard output and standard error, without the token. */
  readonly output: string;
}

export type Git = (...words: readonly string[]) => Promise<GitAnswer>;

/** Git cannot be used, or does not end. */
export class GitUnusable extends Error {
  override readonly name = 'GitUnusable';
}

/** The longest time for one command; most of them take a second. */
const limitMs = 60_000;

/**
 * Git answers a server's question for a password with this. The token is in the environment of git alone: arguments
 * and files can be read by others.
 */
const helper = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' "$QDT_GIT_USER" "$QDT_GIT_TOKEN"; }; f`;

/** Nothing of the user's configuration may run, ask or change anything here. */
const settings = [
  'core.hooksPath=/dev/null',
  'core.symlinks=false',
  'core.autocrlf=false',
  'commit.gpgSign=false',
  'gc.auto=0',
  'fetch.recurseSubmodules=false',
  'user.name=qemu-driver-test',
  'user.email=qemu-driver-test@localhost',
  'credential.helper=',
];

/** Git in this directory. Only the remote's own server gets the token. @throws GitUnusable by the commands */
export function gitIn(directory: string, { url, user, token, caFile }: GitRemote, signal: AbortSignal): Git {
  const ours = [...settings, ...(token === undefined ? [] : [`credential.${serverOf(url)}.helper=${helper}`])];
  const environment = {
    GIT_ASKPASS: 'true',
    QDT_GIT_USER: user,
    QDT_GIT_TOKEN: token,
    ...(caFile === undefined ? {} : { GIT_SSL_CAINFO: caFile }),
  };
  return async (...words) => {
    const limit = AbortSignal.timeout(limitMs);
    try {
      const ended = await runGit(words, {
        cwd: directory,
        settings: ours,
        environment,
        signal: AbortSignal.any([signal, limit]),
      });
      return { isGood: ended.exitCode === 0, stdout: ended.stdout, output: without(ended.output, token) };
    } catch (error) {
      signal.throwIfAborted();
      if (limit.aborted) throw new GitUnusable(`git ${words[0] ?? ''} did not end within ${limitMs / 1000} s`);
      if (error instanceof GitMissing) throw new GitUnusable('there is no git on this runner: install it');
      throw error;
    }
  };
}

function serverOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

function without(text: string, secret: string | undefined): string {
  return secret === undefined || secret === '' ? text : text.replaceAll(secret, '***');
}
