import type { AgentMessage } from './agent-message.ts';

/**
 * What one test's machine has come to, told at the moment it is known. For those who want to know where the time goes;
 * nothing depends on it.
 */
export type Phase =
  /** The test's folder is there. */
  | { readonly kind: 'folder-filled' }
  /** QEMU's process exists. */
  | { readonly kind: 'launched'; readonly pid: number | undefined }
  /** QEMU's monitor answers. */
  | { readonly kind: 'monitor-ready' }
  /** QEMU said this of the machine: `RESUME`, `SHUTDOWN`. */
  | { readonly kind: 'event'; readonly name: string }
  /** The agent said this. */
  | { readonly kind: 'agent'; readonly message: AgentMessage }
  /** The process is gone, and all it said has been read. */
  | { readonly kind: 'gone' };

export type PhaseListener = (phase: Phase) => void;
