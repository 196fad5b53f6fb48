import { stepsInside } from '../../bounds/inside-path.ts';

/**
 * The address of a file of the results as seen from the page; undefined for a path that leads out of them, or is no
 * name.
 */
export function fileLink(path: string, filesAt: string): string | undefined {
  const parts = stepsInside(path);
  if (parts === undefined) return undefined;
  const base = filesAt === '' ? '.' : filesAt.split('/').map(encodeURIComponent).join('/');
  return [base, ...parts.map(encodeURIComponent)].join('/');
}
