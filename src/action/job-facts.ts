/** Reads a variable of the runner's. */
export type Variable = (name: string) => string | undefined;

/** Where GitHub shows this run. */
export function runAddress(variable: Variable): string {
  const [server = 'https://github.com', repository = '', run = ''] = [
    'GITHUB_SERVER_URL',
    'GITHUB_REPOSITORY',
    'GITHUB_RUN_ID',
  ].map(variable);
  return `${server}/${repository}/actions/runs/${run}`;
}

export function artifactAddress(id: number, variable: Variable): string {
  return `${runAddress(variable)}/artifacts/${id}`;
}

/** The head of the pull request that an event is about; undefined for other events. */
export function eventHeadSha(event: unknown): string | undefined {
  const head = field(field(event, 'pull_request'), 'head');
  const sha = field(head, 'sha');
  return typeof sha === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
