import type { Architecture } from '../../architecture/architecture.ts';

/** A script that is run by a guest in the root of a disk image, and what it writes stays. */
export interface GuestWork {
  /** Of the guest, which differs from the host's. */
  readonly arch: Architecture;
  /** Whose usual kernel is started. */
  readonly distribution: string;
  /** The path of a raw image with the root. */
  readonly image: string;
  /** Run by the root's own `/bin/sh`. */
  readonly script: string;
  /** For the script, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Receives each line that it writes. */
  readonly onLine: (line: string) => void;
}

/** `failure`: why the guest did not come to the script's end; undefined: the script ended with `exitStatus`. */
export type GuestOutcome =
  | { readonly kind: 'ended'; readonly exitStatus: number; readonly output: string }
  | { readonly kind: 'failed'; readonly failure: string; readonly output: string };

/** Provisioning runs nothing that it fetched in a machine: who uses it does. @throws ProvisionError */
export type WorkInGuest = (work: GuestWork) => Promise<GuestOutcome>;

/** The machines that an image is for, and what makes it where their programs do not run here. */
export interface DiskUse {
  readonly arch: Architecture;
  readonly workInGuest: WorkInGuest;
}
