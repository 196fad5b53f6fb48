/** A duration for people: `40 ms`, `2.4 s`, `19 s`, `3 min 20 s`, `1 h 05 min`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 95) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_950) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** Seconds with three decimals, for XML reports. */
export function formatSeconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}
