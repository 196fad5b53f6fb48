import { sha256Of } from '../../host/files/file-digest.ts';

/** The name of an image in its directory of the store. */
export const imageName = 'disk';

/** Of the file system of an image: the same for the same contents. `key`: that of the asset. */
export function uuidOf(key: string): string {
  const hex = sha256Of(key);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
