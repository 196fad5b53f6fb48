import type { ContainerImage, KernelSpec } from './plan.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';

const form =
  'Write oci:REGISTRY/NAME:TAG or oci:REGISTRY/NAME@sha256:…, for example ' +
  'oci:quay.io/lvh-images/kernel-images:6.6-main';
/** Registries take no longer names and tags (OCI distribution specification). */
const maxNameChars = 255;
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;

/** `rest` is what follows `oci:`. */
export function parseContainerKernel(text: string, rest: string): SpecParse<KernelSpec> {
  const parsed = parseContainerImage(text, rest);
  return parsed.kind === 'problem' ? parsed : { kind: 'spec', spec: { kind: 'container', text, image: parsed.spec } };
}

/** `oci:IMAGE`, `oci:IMAGE:TAG`, `oci:IMAGE@sha256:…`, named as docker does it; `rest` is what follows `oci:`. */
export function parseContainerImage(text: string, rest: string): SpecParse<ContainerImage> {
  if (rest === '') return specProblem(`${text}: expected an image, found nothing`, form);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest))
    return specProblem(
      `${text}: expected an image without ${rest.slice(0, rest.indexOf('//') + 2)}`,
      'A registry is asked over https, one on this machine (localhost) over http.',
    );
  const at = rest.indexOf('@');
  const digest = at === -1 ? undefined : rest.slice(at + 1);
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return specProblem(
      `${text}: expected @sha256: and 64 hexadecimal digits in lower case, found ${JSON.stringify(`@${digest}`)}`,
      form,
    );
  const { registry, path } = splitRegistry(at === -1 ? rest : rest.slice(0, at));
  const colon = path.indexOf(':');
  const name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? undefined : path.slice(colon + 1);
  const problem = problemOfNames(text, { registry, name, tag });
  if (problem !== undefined) return problem;
  const repository = registry === 'docker.io' && !name.includes('/') ? `library/${name}` : name;
  const image: ContainerImage = {
    registry,
    repository,
    tag: tag ?? (digest === undefined ? 'latest' : undefined),
    digest,
  };
  return { kind: 'spec', spec: image };
}

/** The first part is a registry if it looks like a host. Otherwise the image is on Docker Hub, as docker has it. */
function splitRegistry(name: string): { readonly registry: string; readonly path: string } {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const isHost = first === 'localhost' || /[.:]/.test(first);
  return isHost ? { registry: first, path: name.slice(slash + 1) } : { registry: 'docker.io', path: name };
}

interface Names {
  readonly registry: string;
  readonly name: string;
  readonly tag: string | undefined;
}

function problemOfNames(text: string, { registry, name, tag }: Names): ReturnType<typeof specProblem> | undefined {
  if (!hostPattern.test(registry))
    return specProblem(`${text}: expected a registry such as quay.io or localhost:5000, found ${registry}`, form);
  if (name.length > maxNameChars || !repositoryPattern.test(name)) {
    const isUpperCase = repositoryPattern.test(name.toLowerCase());
    const what = isUpperCase ? 'an image name in lower case' : 'an image name';
    return specProblem(`${text}: expected ${what}, found ${JSON.stringify(name)}`, form);
  }
  if (tag !== undefined && !tagPattern.test(tag))
    return specProblem(`${text}: expected a tag of letters, digits, ., _ and -, found ${JSON.stringify(tag)}`, form);
  return undefined;
}
