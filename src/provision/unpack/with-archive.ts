import { FilterFailed } from '../../host/process/filter-stream.ts';
import { ProvisionError } from '../provisioned.ts';
import { ArchiveProblem } from './archive-entry.ts';

/** Runs work on an archive. What is wrong with the archive becomes an error for the user. */
export async function withArchive(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveProblem || error instanceof FilterFailed)) throw error;
    throw new ProvisionError(`${name} cannot be used: ${error.message}.`, { cause: error });
  }
}
