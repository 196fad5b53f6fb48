const start = 'Linux version ';
/** The words stand in format strings, too, but not this often. */
const maxBanners = 1000;
const maxBannerBytes = 1024;

/** Every place where a kernel's banner may stand: `Linux version …`, with what comes after it, in Latin-1. */
export function* bannersIn(file: Buffer): Generator<string> {
  let at = file.indexOf(start);
  for (let count = 0; at !== -1 && count < maxBanners; count++) {
    yield file.toString('latin1', at, at + maxBannerBytes);
    at = file.indexOf(start, at + 1);
  }
}

/** What comes after `Linux version ` in the kernel's banner: `6.1.0-56-amd64`. */
export function bannerRelease(file: Buffer): string | undefined {
  for (const banner of bannersIn(file)) {
    // The same words stand in format strings.
    const release = /^\d+\.\d+[^\s%]*(?= )/.exec(banner.slice(start.length, start.length + 128))?.[0];
    if (release !== undefined) return release;
  }
  return undefined;
}
