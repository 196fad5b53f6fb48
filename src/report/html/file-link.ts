/** The address of a file of the results as seen from the page; undefined for a path that leads out of them. */
export function fileLink(path: string, filesAt: string): string | undefined {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  const base = filesAt === '' ? '.' : filesAt.split('/').map(encodeURIComponent).join('/');
  return [base, ...parts.map(encodeURIComponent)].join('/');
}
