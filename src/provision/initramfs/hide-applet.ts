/** busybox without one of its applets, and the name by which that applet still answers. */
export interface HiddenApplet {
  readonly busybox: Uint8Array;
  readonly name: string;
}

/**
 * Renames an applet in busybox's table of names. The shell of a distribution's busybox prefers its own applets to
 * programs on PATH, so a program of ours with the same name would never be called. The new name differs in its last
 * letter only, so that the table stays sorted. Without such a table nothing is changed, and the shell's applet wins.
 * @param neighbours the names before and after it, by which the table is told from other texts
 */
export function hideApplet(busybox: Uint8Array, applet: string, neighbours: readonly [string, string]): HiddenApplet {
  const [before, after] = neighbours;
  const hidden = `${applet.slice(0, -1)}${nextLetter(applet)}`;
  if (hidden >= after) throw new Error(`Internal error: ${hidden} is not before ${after}`);
  const table = Buffer.from(`\0${before}\0${applet}\0${after}\0`);
  const bytes = Buffer.from(busybox);
  const at = bytes.indexOf(table);
  if (at < 0 || bytes.indexOf(table, at + 1) >= 0) return { busybox, name: applet };
  bytes.write(hidden, at + before.length + 2);
  return { busybox: bytes, name: hidden };
}

function nextLetter(word: string): string {
  return String.fromCharCode((word.codePointAt(word.length - 1) ?? 0) + 1);
}
