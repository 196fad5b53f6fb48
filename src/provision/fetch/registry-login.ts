import { bounds } from '../../bounds/bounds.ts';
import { fieldOf, parseJson } from '../../bounds/parse-json.ts';
import { BodyBroken, download, readUpTo } from '../../host/http-download.ts';
import { ProvisionError } from '../provisioned.ts';
import type { RegistryCredentials } from './docker-credentials.ts';

/** Which repository is to be read. */
export interface LoginScope {
  /** The registry, as the user named it. */
  readonly name: string;
  readonly repository: string;
  /** Without encryption, as a registry on this machine. Others must not send credentials that way. */
  readonly isPlain: boolean;
}

/** How a registry wants to be asked: the header `www-authenticate` of its answer 401 (RFC 7235). */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A token is good for at least this long (Docker's token specification). */
const leastLifetimeMs = 60_000;
/** A request must arrive before the end. */
const marginMs = 10_000;

/**
 * Logs in to read one repository: anonymously for a token, as most public registries want it, or with the user's
 * credentials. Neither is sent before the registry asks.
 */
export class RegistryLogin {
  readonly #scope: LoginScope;
  readonly #credentials: RegistryCredentials;
  readonly #signal: AbortSignal;
  #challenge: Challenge | undefined;
  #authorization: string | undefined;
  #endsAtMs = Infinity;

  constructor(scope: LoginScope, credentials: RegistryCredentials, signal: AbortSignal) {
    this.#scope = scope;
    this.#credentials = credentials;
    this.#signal = signal;
  }

  /** The headers of the next request. */
  async headers(): Promise<Readonly<Record<string, string>>> {
    if (this.#challenge !== undefined && performance.now() > this.#endsAtMs - marginMs)
      await this.#logIn(this.#challenge);
    return this.#authorization === undefined ? {} : { authorization: this.#authorization };
  }

  /** Does what a registry wants. @throws ProvisionError when that is impossible */
  async answer(header: string | undefined): Promise<void> {
    const challenge = header === undefined ? undefined : parseChallenge(header);
    if (challenge === undefined) return;
    this.#challenge = challenge;
    await this.#logIn(challenge);
  }

  async #logIn(challenge: Challenge): Promise<void> {
    switch (challenge.scheme) {
      case 'bearer':
        await this.#fetchToken(challenge);
        return;
      case 'basic':
        this.#authorization = this.#credentials.basic;
        return;
      default:
        throw new ProvisionError(
          `${this.#scope.name} wants a login of the kind ${challenge.scheme}, which is not known.`,
        );
    }
  }

  async #fetchToken({ parameters }: Challenge): Promise<void> {
    const url = this.#tokenAddress(parameters);
    const { basic } = this.#credentials;
    const headers = basic === undefined ? {} : { authorization: basic };
    const answer = await download({ url: url.href, headers, signal: this.#signal });
    if (answer.kind === 'unreachable') throw this.#noToken(url, answer.reason);
    const body = await readUpTo(answer.body, bounds.registry.tokenBytes).catch((error: unknown) => {
      if (error instanceof BodyBroken) throw this.#noToken(url, error.message);
      throw error;
    });
    if (answer.status !== 200) throw this.#noToken(url, `it answers ${answer.status}`);
    const parsed = parseJson((body ?? '').toString(), bounds.json);
    const reply = parsed.kind === 'value' ? parsed.value : undefined;
    const token = fieldOf(reply, 'token') ?? fieldOf(reply, 'access_token');
    // Nothing that would end the header may be in it.
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw this.#noToken(url, 'its answer has no token');
    const seconds = fieldOf(reply, 'expires_in');
    const lifetimeMs = typeof seconds === 'number' ? seconds * 1000 : leastLifetimeMs;
    this.#authorization = `Bearer ${token}`;
    this.#endsAtMs = performance.now() + Math.max(lifetimeMs, leastLifetimeMs);
  }

  #tokenAddress(parameters: Challenge['parameters']): URL {
    const realm = parameters.get('realm') ?? '';
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && this.#scope.isPlain)))
      throw new ProvisionError(
        `${this.#scope.name}: expected an https address where it gives tokens, found ${JSON.stringify(realm)}.`,
      );
    const service = parameters.get('service');
    if (service !== undefined) url.searchParams.set('service', service);
    url.searchParams.set('scope', `repository:${this.#scope.repository}:pull`);
    return url;
  }

  #noToken({ host }: URL, reason: string): ProvisionError {
    return new ProvisionError(
      `${this.#scope.name}/${this.#scope.repository}: ${host} gave no token to read it: ${reason}.`,
      { hint: this.#credentials.advice },
    );
  }
}

/** The first challenge of a header. Undefined when it is not one. */
export function parseChallenge(header: string): Challenge | undefined {
  const [, scheme, rest = ''] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(header.slice(0, 8192)) ?? [];
  if (scheme === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of rest.matchAll(/([A-Za-z_]+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? plain ?? '');
  }
  return { scheme: scheme.toLowerCase(), parameters };
}
