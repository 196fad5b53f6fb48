/**
 * What went wrong between us and QEMU's monitor, by phase:
 * `greeting` no or no proper greeting · `negotiation` capabilities refused · `execute` QEMU answered with an error ·
 * `interrupted` the connection ended before the answer.
 */
export type QmpPhase = 'greeting' | 'negotiation' | 'execute' | 'interrupted';

export class QmpError extends Error {
  override readonly name = 'QmpError';
  readonly phase: QmpPhase;
  /** QEMU's error class, for example `CommandNotFound`; undefined outside `execute`. */
  readonly errorClass: string | undefined;

  constructor(phase: QmpPhase, message: string, errorClass?: string) {
    super(message);
    this.phase = phase;
    this.errorClass = errorClass;
  }
}
