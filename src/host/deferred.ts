/** A promise with its resolve and reject functions. Node 20 has no Promise.withResolvers. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A rejection that nobody awaits is not reported as unhandled. */
export function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] | undefined;
  let reject: Deferred<T>['reject'] | undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => undefined);
  if (resolve === undefined || reject === undefined)
    throw new Error('Internal error: a promise did not call its executor');
  return { promise, resolve, reject };
}

/** The value of a promise, or `late`; a later value or rejection is ignored. */
export async function withinTime<T>(promise: Promise<T>, limitMs: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    // Pending input is read first: a process that was busy must not blame its peer.
    timer = setTimeout(() => setImmediate(() => resolve('late')), limitMs);
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
