import type { HostFailure } from './control-protocol.ts';

/** A request about a device failed. The stack is the model's, if the model failed. */
export class DeviceHostError extends Error {
  override readonly name = 'DeviceHostError';
  /** Not a model's fault: this host had too little memory, or too few processes or open files. */
  readonly isHostShort: boolean;

  constructor(message: string, isHostShort = false) {
    super(message);
    this.isHostShort = isHostShort;
  }
}

export function errorOf({ message, stack, isHostShort }: HostFailure): DeviceHostError {
  const error = new DeviceHostError(message, isHostShort);
  if (stack !== undefined) error.stack = stack;
  return error;
}
