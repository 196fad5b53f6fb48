/** Which QEMU to run, as the user named it, parsed. */
export type QemuSpec =
  /** The pinned one for this host. */
  | { readonly kind: 'default'; readonly text: 'default' }
  /** `debian:trixie-backports`: the newest of that suite. */
  | { readonly kind: 'distribution'; readonly text: string; readonly distribution: string; readonly suite: string }
  /** `host`: what the host's PATH has. */
  | { readonly kind: 'host'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string; readonly path: string };
