import { InputError, oneOfWords } from '../input.ts';

const runKinds = ['default-branch', 'branches', 'all'] as const;

/** Where to keep the records of runs, and of which runs. */
export interface HistoryWish {
  readonly branch: string;
  readonly runs: (typeof runKinds)[number];
}

/** What a job runs for. */
export type JobPlace =
  | { readonly kind: 'branch'; readonly name: string; readonly isDefault: boolean }
  /** A pull or merge request. `isForeign`: its code comes from another repository, or from an unknown one. */
  | { readonly kind: 'change'; readonly what: string; readonly isForeign: boolean }
  /** A tag, for example. */
  | { readonly kind: 'other'; readonly what: string };

const longest = 200;

/** Reads the inputs `history` and `history-runs`; undefined: nothing is kept. @throws InputError */
export function readHistoryWish(branch: string | undefined, runs: string | undefined): HistoryWish | undefined {
  const wanted = oneOfWords('history-runs', runKinds, runs ?? 'default-branch');
  if (branch === undefined) return undefined;
  if (!isBranchName(branch))
    throw new InputError(
      'history',
      'expected the name of a branch (letters, digits and . _ - /, beginning with a letter or digit), found ' +
        `${JSON.stringify(branch)}.`,
    );
  return { branch, runs: wanted };
}

/** Stricter than Git, so that no name needs quotes anywhere. */
function isBranchName(name: string): boolean {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name) && name.length <= longest;
  return isPlain && !/\.\.|\/\/|\/\.|[./]$|\.lock(?:\/|$)/.test(name);
}

/** The history must not end up among the source of the driver. @throws InputError */
export function requireOwnBranch({ branch }: HistoryWish, place: JobPlace, defaultBranch: string | undefined): void {
  const source = [defaultBranch, place.kind === 'branch' ? place.name : undefined];
  if (!source.includes(branch)) return;
  throw new InputError(
    'history',
    `expected a branch for the history alone, found ${branch}, which is a source branch.`,
  );
}

/** Why the record of this run is not kept, as the end of a sentence; undefined: it is. */
export function whyNotKept({ runs }: HistoryWish, place: JobPlace): string | undefined {
  switch (place.kind) {
    case 'branch':
      return place.isDefault || runs !== 'default-branch'
        ? undefined
        : `${place.name} is not the default branch (history-runs: branches keeps it)`;
    case 'change':
      if (place.isForeign) return `it is for ${place.what}, whose code may come from another repository`;
      return runs === 'all' ? undefined : `it is for ${place.what} (history-runs: all keeps it)`;
    case 'other':
      return runs === 'all' ? undefined : `it is for ${place.what} (history-runs: all keeps it)`;
  }
}
