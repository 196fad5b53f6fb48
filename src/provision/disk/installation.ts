import type { Architecture } from '../../architecture/architecture.ts';

/** Of the packages of an image. */
export interface Installation {
  /** The image's name for the user. */
  readonly title: string;
  readonly arch: Architecture;
  readonly distribution: string;
  /** A new directory, which is removed again. */
  readonly root: string;
  /** A directory with `0.deb`, `1.deb`, … in the order of installation. */
  readonly archives: string;
  readonly count: number;
  /** The path of the new image. */
  readonly image: string;
  readonly uuid: string;
}
