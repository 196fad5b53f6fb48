import { stat } from 'node:fs/promises';

/**
 * Has Node start the threads that it reads files with. Where the host has no room for them it aborts, and then it does
 * so here.
 */
export async function startThreadPool(): Promise<void> {
  await stat('/');
}
