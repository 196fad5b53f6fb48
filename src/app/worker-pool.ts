/**
 * Runs tasks, at most so many at a time, in the order given. One task's failure never delays the others: all run,
 * then the first failure is thrown.
 */
export async function runPooled(tasks: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      try {
        await task();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, tasks.length)) }, work));
  if (failures.length > 0) throw failures[0];
}
