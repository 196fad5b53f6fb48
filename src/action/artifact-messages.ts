/** What the worker for artifacts is to upload. */
export interface ArtifactTask {
  readonly name: string;
  /** Absolute, below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  readonly retentionDays: number | undefined;
  /** The one file is uploaded as it is, so that a browser shows it; its name is the artifact's. */
  readonly isPage: boolean;
}

export type ArtifactMessage =
  | { readonly kind: 'uploaded'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string };
