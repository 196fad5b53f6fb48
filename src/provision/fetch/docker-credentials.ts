import { join } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
import { asObject, fieldOf, parseJson } from '../../bounds/parse-json.ts';
import { environmentVariable, homeDirectory } from '../../host/environment.ts';
import { readTextFile } from '../../host/files/read-text.ts';

/** What is known to log in to a registry. */
export interface RegistryCredentials {
  /** The header's value; undefined: there are none. */
  readonly basic: string | undefined;
  /** What to do when the registry denies access. */
  readonly advice: string;
}

const maxConfigBytes = 1024 * 1024;

/** The user's credentials for a registry, as `docker login`, `podman login --compat-auth-file` and others keep them. */
export function readCredentials(registry: string): RegistryCredentials {
  const directory = environmentVariable('DOCKER_CONFIG') ?? join(homeDirectory(), '.docker');
  const path = join(directory, 'config.json');
  return credentialsIn(readTextFile(path, maxConfigBytes), path, registry);
}

/** The same from the text of the file; an empty text is a missing file. */
export function credentialsIn(text: string, path: string, registry: string): RegistryCredentials {
  const parsed = parseJson(text, bounds.json);
  if (text !== '' && parsed.kind === 'problem')
    return { basic: undefined, advice: `${path} is not used: ${parsed.reason}` };
  const config = parsed.kind === 'value' ? asObject(parsed.value) : undefined;
  const auths = asObject(config?.['auths']) ?? {};
  const auth = namesOf(registry)
    .map((name) => fieldOf(auths[name], 'auth'))
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof auth === 'string' && isPair(auth))
    return { basic: `Basic ${auth}`, advice: `The credentials for ${registry} in ${path} were used: check them` };
  const helper = fieldOf(config?.['credHelpers'], registry) ?? config?.['credsStore'];
  if (typeof helper === 'string')
    return {
      basic: undefined,
      advice:
        `${path} names the credential helper ${helper}. Helpers are not supported: ` +
        `put the credentials into "auths" there, as docker login does without a helper`,
    };
  return { basic: undefined, advice: `For a private image: docker login ${registry}` };
}

/** Docker Hub is kept under the address of its first version. */
function namesOf(registry: string): readonly string[] {
  const hub = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];
  return registry === 'docker.io' ? hub : [registry, `https://${registry}`, `https://${registry}/v2/`];
}

/** A user and a password in base64. */
function isPair(auth: string): boolean {
  return /^[A-Za-z0-9+/]+=*$/.test(auth) && Buffer.from(auth, 'base64').includes(':');
}
