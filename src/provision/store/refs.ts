import { asObject, fieldOf } from '../../bounds/parse-json.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import type { AssetStore } from './store.ts';

/** A name whose meaning changes from time to time, like a branch: `debian:6.1`. */
export interface Ref<T> {
  /** Its name in the store, for example `kernel/debian/6.1/generic`. */
  readonly name: string;
  /** Its name for the user, used in the warning. */
  readonly title: string;
  /** Parses what was stored, if it has the format of this version. */
  readonly parse: (stored: unknown) => T | undefined;
  /** Whether its value is in the store. */
  readonly isThere: (value: T) => boolean;
  /** Asks the mirror for the current value. */
  readonly resolve: () => Promise<T>;
  /** Brings the value into the store. */
  readonly bring: (value: T) => Promise<void>;
}

/**
 * After a failed attempt, the mirror is not asked again for this long. A host without network should not wait in every
 * run.
 */
export const retryAfterMs = 10 * 60 * 1000;

/** How long an answer is used before the mirror is asked again. */
export const refLifetimeMs = 24 * 60 * 60 * 1000;

/**
 * The value of a name, present in the store. A fresh answer costs one small read. An old one is renewed; if that fails
 * for any reason of the network, it is used with a warning.
 */
export async function resolveRef<T>(context: ProvisionContext, ref: Ref<T>): Promise<T> {
  const stored = readStored(context, ref);
  const settled = settle(context, ref, stored);
  if (settled !== undefined) return settled.value;
  try {
    // Whoever waited for the lock finds the answer of the previous holder.
    return await context.store.withLock(`ref-${encodeURIComponent(ref.name)}`, context.signal, async () => {
      const meanwhile = settle(context, ref, readStored(context, ref));
      return meanwhile === undefined ? await renew(context, ref) : meanwhile.value;
    });
  } catch (error) {
    if (stored === undefined || !(error instanceof ProvisionError) || context.signal.aborted) throw error;
    rememberFailure(context, ref, stored, error.message);
    return useStale(context, ref, stored, error.message);
  }
}

/** The value without asking the mirror: a fresh answer, or an old one when asking has just failed. */
function settle<T>(
  context: ProvisionContext,
  ref: Ref<T>,
  stored: Stored<T> | undefined,
): { readonly value: T } | undefined {
  if (stored === undefined) return undefined;
  if (!stored.expired && isWithin(stored.resolvedAtMs, refLifetimeMs, context.nowMs())) return { value: stored.value };
  const { failure } = stored;
  if (failure === undefined || !isWithin(failure.atMs, retryAfterMs, context.nowMs())) return undefined;
  return { value: useStale(context, ref, stored, failure.message) };
}

async function renew<T>(context: ProvisionContext, ref: Ref<T>): Promise<T> {
  const value = await ref.resolve();
  await ref.bring(value);
  context.store.writeDocument(ref.name, { resolvedAtMs: context.nowMs(), value });
  return value;
}

/** Makes the next run look up a name again, because its value is no longer complete on the mirror. */
export function expireRef(context: ProvisionContext, name: string): void {
  const document = asObject(context.store.readDocument(name));
  if (document !== undefined) context.store.writeDocument(name, { ...document, expired: true, failure: undefined });
}

/** What a name stood for when it was looked up last, whether that is in the store or not. */
export function lastAnswer<T>(store: AssetStore, { name, parse }: Pick<Ref<T>, 'name' | 'parse'>): T | undefined {
  return parse(fieldOf(store.readDocument(name), 'value'));
}

interface Stored<T> {
  readonly resolvedAtMs: number;
  readonly value: T;
  /** Known to be outdated, however new it is. */
  readonly expired: boolean;
  /** The last failed attempt to renew it, if any. */
  readonly failure: { readonly atMs: number; readonly message: string } | undefined;
}

function readStored<T>(context: ProvisionContext, ref: Ref<T>): Stored<T> | undefined {
  const { resolvedAtMs, value: stored, expired, failure } = asObject(context.store.readDocument(ref.name)) ?? {};
  if (typeof resolvedAtMs !== 'number' || stored === undefined) return undefined;
  const value = ref.parse(stored);
  if (value === undefined || !ref.isThere(value)) return undefined;
  return { resolvedAtMs, value, expired: expired === true, failure: readFailure(failure) };
}

function readFailure(stored: unknown): Stored<unknown>['failure'] {
  const { atMs, message } = asObject(stored) ?? {};
  return typeof atMs === 'number' && typeof message === 'string' ? { atMs, message } : undefined;
}

/** A time in the future means that a clock was wrong, so it is not trusted. */
function isWithin(atMs: number, spanMs: number, nowMs: number): boolean {
  return atMs <= nowMs && nowMs - atMs < spanMs;
}

function rememberFailure<T>(
  context: ProvisionContext,
  ref: Ref<T>,
  { resolvedAtMs, value, expired }: Stored<T>,
  message: string,
): void {
  try {
    context.store.writeDocument(ref.name, {
      resolvedAtMs,
      value,
      expired,
      failure: { atMs: context.nowMs(), message },
    });
  } catch (error) {
    // A read-only store works, too. The next run will try again.
    if (!(error instanceof ProvisionError)) throw error;
  }
}

function useStale<T>(
  { progress, nowMs }: ProvisionContext,
  { title }: Ref<T>,
  { resolvedAtMs, value }: Stored<T>,
  reason: string,
): T {
  progress({ kind: 'warning', message: staleWarning(title, ageInDays(resolvedAtMs, nowMs()), reason) });
  return value;
}

function ageInDays(resolvedAtMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - resolvedAtMs) / (24 * 60 * 60 * 1000)));
}

function staleWarning(title: string, days: number, reason: string): string {
  const age = days === 1 ? '1 day' : `${days} days`;
  return `${title} could not be looked up again, so the one found ${age} ago is used. ${reason}`;
}
