/** What became of a push. */
export type PushAnswer =
  /** Somebody else was faster: the branch has a new commit. */
  | { readonly kind: 'overtaken' }
  /** The server, or the way to it, says no. As the end of a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Git's words and servers' words for a branch that has moved, or that moves in this moment. */
const overtaken = new RegExp(
  [
    String.raw`\[rejected\]`,
    String.raw`\((?:fetch first|non-fast-forward|stale info)\)`,
    'cannot lock ref',
    'incorrect old value provided',
    'failed to update ref',
    'reference already exists',
  ].join('|'),
);

/** Signs of a refusal in the output of git and of the forges, the most specific first. */
const refusals: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/protected branch|GH006|GH013|rule violations|not allowed to force push/i, 'a rule protects the branch'],
  [
    /could not read (?:Username|Password)|Authentication failed|HTTP Basic: Access denied|error: 401/i,
    'the server does not accept the job’s token',
  ],
  [
    /error: 403|Permission to .* denied|Write access to repository not granted|not allowed to (?:push|upload)/i,
    'the job’s token may not write to the repository',
  ],
  [/Could not resolve host|Failed to connect|Connection (?:refused|timed out|reset)/i, 'the server cannot be reached'],
  [
    /not found|does not appear to be a git repository/i,
    'there is no such repository, or the job’s token cannot see it',
  ],
  [/hook declined/i, 'a hook of the server has declined it'],
];

/** Reads what git said when it failed. It includes text of the server, which is untrusted. */
export function readPushFailure(output: string): PushAnswer {
  if (overtaken.test(output) && !/hook declined/.test(output)) return { kind: 'overtaken' };
  return { kind: 'refused', reason: explainGitFailure(output) };
}

/** The reason for which git failed, as the end of a sentence. */
export function explainGitFailure(output: string): string {
  const known = refusals.find(([sign]) => sign.test(output))?.[1];
  const said = lastLine(output);
  if (known === undefined) return said === '' ? 'git failed without a message' : said;
  return said === '' ? known : `${known} (${said})`;
}

const longestLine = 300;

/** The line that names the error: what the server said, else the last one. */
function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const told = lines.filter((line) =>
    /^(?:remote: )?(?:error|fatal|GitLab): |^remote: (?:Permission|Write|You )/.test(line),
  );
  const line = told[0] ?? lines.filter((one) => one !== '').at(-1) ?? '';
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1)}…`;
}
