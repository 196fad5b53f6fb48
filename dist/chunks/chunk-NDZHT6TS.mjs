import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/provision/provisioned.ts
var ProvisionError = class extends Error {
  name = "ProvisionError";
  /** The next move: a command to run or an option to give. */
  hint;
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
};

export {
  ProvisionError
};
