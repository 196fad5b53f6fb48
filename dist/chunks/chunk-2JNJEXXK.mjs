import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/provision/provisioned.ts
async function withProgress(progress, { what, activity }, work) {
  const startedAt = performance.now();
  const end = (ended) => progress({ kind: "end", what, ended, durationMs: Math.round(performance.now() - startedAt) });
  progress({ kind: "begin", what, activity });
  try {
    const result = await work();
    end("done");
    return result;
  } catch (error) {
    end("failed");
    throw error;
  }
}
var ProvisionError = class extends Error {
  name = "ProvisionError";
  /** What to do: a command to run or an option to use. */
  hint;
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
};
var InputRefused = class extends ProvisionError {
};

export {
  withProgress,
  ProvisionError,
  InputRefused
};
