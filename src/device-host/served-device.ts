/** Why a machine and a device were disconnected. */
export type CloseReason =
  | { readonly kind: 'peer-closed' }
  | { readonly kind: 'protocol-error'; readonly detail: string }
  /** A transfer was not answered in time. */
  | { readonly kind: 'peer-silent'; readonly afterMs: number }
  /** The peer sends but does not read our answers. */
  | { readonly kind: 'peer-does-not-read' }
  /** By a test or a fault. */
  | { readonly kind: 'removed' };

/** Called when machines connect and disconnect. */
export interface ServiceListener {
  readonly onConnected: () => void;
  readonly onClosed: (reason: CloseReason) => void;
}

/** A device at a socket, for one machine at a time. */
export interface ServedDevice extends Disposable {
  readonly path: string;
  /** Removes it from its machine, where it then reads all ones. */
  readonly remove: () => void;
  /** Resolves when its machine, if any, has answered all transfers. */
  readonly transfersDone: () => Promise<void>;
}
