import type { FetchedFile, KernelSpec } from './plan.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';

/** The schemes of addresses. With a digest, a plain connection is as good as an encrypted one. */
const schemes = ['https:', 'http:', 'file:'];

const forms = {
  deb: 'deb:https://HOST/linux-image….deb#sha256=…,https://HOST/linux-modules….deb#sha256=…',
  rpm: 'rpm:https://HOST/kernel-core….rpm#sha256=…,https://HOST/kernel-modules-core….rpm#sha256=…',
  url: 'url:https://HOST/bzImage#sha256=…',
  disk: 'url:https://HOST/image.qcow2#sha256=…',
} as const;

type Form = keyof typeof forms;
type Prefix = Exclude<Form, 'disk'>;

/** `deb:URL#sha256=…,URL#sha256=…`, `rpm:` likewise, and `url:URL#sha256=…`; `rest` is what follows the prefix. */
export function parseFetchedKernel(text: string, prefix: Prefix, rest: string): SpecParse<KernelSpec> {
  const parts = rest.split(',');
  const files: FetchedFile[] = [];
  for (const part of parts) {
    const parsed = parseFile(text, prefix, part);
    if (parsed.kind === 'problem') return parsed;
    if (files.some(({ url }) => url === parsed.spec.url))
      return specProblem(`${text}: expected each file once, found ${parsed.spec.url} twice`, formHint(prefix));
    files.push(parsed.spec);
  }
  if (prefix !== 'url') return { kind: 'spec', spec: { kind: 'packages', text, format: prefix, files } };
  const [file, second] = files;
  if (file !== undefined && second === undefined) return { kind: 'spec', spec: { kind: 'image', text, file } };
  return specProblem(`${text}: expected one kernel image after url:, found ${files.length} files`, formHint(prefix));
}

/** `URL#sha256=…` in a spec. */
export function parseFile(text: string, prefix: Form, part: string): SpecParse<FetchedFile> {
  const hash = part.indexOf('#');
  const address = hash === -1 ? part : part.slice(0, hash);
  const problem = problemOfAddress(text, prefix, address);
  if (problem !== undefined) return problem;
  const digest = hash === -1 ? undefined : /^sha256=([0-9a-f]{64})$/i.exec(part.slice(hash + 1))?.[1];
  if (hash !== -1 && digest === undefined)
    return specProblem(
      `${text}: expected #sha256= and 64 hexadecimal digits after ${address}, found ${part.slice(hash)}`,
      'sha256sum FILE prints the digest. Without #…, the file is fetched, and its digest is told.',
    );
  return { kind: 'spec', spec: { url: new URL(address).href, sha256: digest?.toLowerCase() } };
}

function problemOfAddress(text: string, prefix: Form, address: string): ReturnType<typeof specProblem> | undefined {
  const found = JSON.stringify(address);
  if (/[\s\\]/.test(address))
    return specProblem(`${text}: expected an address without blanks, found ${found}`, 'A blank is written %20.');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined)
    return specProblem(`${text}: expected an address, found ${found}`, addressHint(prefix, address));
  if (!schemes.includes(url.protocol))
    return specProblem(`${text}: expected https://, http:// or file:///, found ${url.protocol}//`, formHint(prefix));
  if (url.username !== '' || url.password !== '')
    return specProblem(
      `${text.replace(/\/\/[^/@]*@/g, '//…@')}: expected an address without a user and password`,
      'The spec is written into results. Fetch the file, and give its file:/// address.',
    );
  if (address.includes('?'))
    return specProblem(
      `${text}: expected an address without a query, found ${url.search || '?'}`,
      'Such addresses often hold a key, and the spec is written into results. Fetch the file, and give its file:/// ' +
        'address.',
    );
  if (url.protocol === 'file:' && (url.host !== '' || url.pathname === '/'))
    return specProblem(`${text}: expected file:/// and an absolute path, found ${found}`, formHint(prefix));
  return undefined;
}

function addressHint(prefix: Form, address: string): string {
  const written = prefix === 'disk' ? 'url' : prefix;
  if (address.startsWith('/')) return `Did you mean ${written}:file://${address}?`;
  const commas = written === 'url' ? '' : ' Commas separate packages.';
  return address === '' ? formHint(prefix) : `An address begins with https://, http:// or file:///.${commas}`;
}

function formHint(prefix: Form): string {
  return `Write ${forms[prefix]}`;
}
