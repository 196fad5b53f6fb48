import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/deferred.ts
function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => void 0);
  if (resolve === void 0 || reject === void 0)
    throw new Error("Internal error: a promise did not call its executor");
  return { promise, resolve, reject };
}
async function withinTime(promise, limitMs) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => setImmediate(() => resolve("late")), limitMs);
  });
  promise.catch(() => void 0);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export {
  deferred,
  withinTime
};
