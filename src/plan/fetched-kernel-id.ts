import { lastName, mainFile, shortKernelSpec } from '../text/short-spec.ts';
import type { FetchedFile, KernelSpec } from './plan.ts';

type FetchedKernel = Extract<KernelSpec, { readonly kind: 'packages' | 'image' | 'container' }>;

/** The name of a fetched kernel in messages: without directories and digests, which make a spec long. */
export function fetchedTitle({ text }: FetchedKernel): string {
  return shortKernelSpec(text);
}

/** A short name for a fetched kernel: of its main package, of the image's file, or of the image and its tag. */
export function fetchedSlug(kernel: FetchedKernel): string {
  switch (kernel.kind) {
    case 'packages':
      return mainFile(kernel.files.map(fileName)).replace(/(_amd64|\.x86_64)?\.(deb|rpm)$/, '');
    case 'image':
      return fileName(kernel.file);
    case 'container': {
      const { repository, tag, digest } = kernel.image;
      const name = repository.slice(repository.lastIndexOf('/') + 1);
      return `${name}-${tag ?? digest?.slice('sha256:'.length, 'sha256:'.length + 12) ?? ''}`;
    }
  }
}

/** A local file of the user's that the kernel is made of; undefined: it comes over the network. */
export function localPath({ url }: FetchedFile): string | undefined {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:') return undefined;
  return pathname.split('/').map(lastName).join('/');
}

/** The last part of a file's address. */
export function fileName({ url }: Pick<FetchedFile, 'url'>): string {
  return lastName(new URL(url).pathname);
}
