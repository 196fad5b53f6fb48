/** The time limit of a test whose suite names none. Machines boot with the kernel's settings for it. */
export const defaultTimeoutMs = 60_000;
