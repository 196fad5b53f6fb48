/** Packages that hold no kernel image, by their names in Debian, Ubuntu, Fedora, RHEL and openSUSE. */
const besideTheKernel = /^[a-z-]*(?:headers|kbuild|compiler|devel|modules|source|tools|libc|extra|optional)\b/;

/**
 * The name of a kernel in messages. A spec with addresses and digests is shortened to the name of the file that
 * probably holds the kernel: `rpm:kernel-core-6.12.9-200.x86_64.rpm and 2 more`. Any other spec stays.
 */
export function shortKernelSpec(spec: string): string {
  const [, prefix, rest] = /^(deb|rpm|url):(.+)$/s.exec(spec) ?? [];
  if (prefix === undefined || rest === undefined) return spec;
  const names = rest.split(',').map((address) => lastName(address.split('#', 1)[0] ?? ''));
  const more = names.length > 1 ? ` and ${names.length - 1} more` : '';
  return `${prefix}:${mainFile(names)}${more}`;
}

/** The name among those of a kernel's packages that probably has the image. */
export function mainFile(names: readonly string[]): string {
  return names.find((name) => !besideTheKernel.test(name)) ?? names[0] ?? '';
}

/** The last part of an address or path. */
export function lastName(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch (error) {
    // A percent sign that encodes nothing is one.
    if (error instanceof URIError) return name;
    throw error;
  }
}
