import { parseHelperAnswer, parseHelperPlaces } from '../../calls/helper-answers.ts';
import { helperPath, placesText } from '../../calls/helper-requests.ts';
import type { MachineCalls } from '../../calls/machine-calls.ts';
import type { CallSite } from '../../device/fault/fault-spec.ts';
import { monotonicUs } from '../../host/clock.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';

type Teller = Pick<AgentSession, 'tell'>;

/**
 * Sets the faults of calls that are active from the start. A kernel without the helper, and a fault that it does not
 * take, end the test. @throws AgentRefusal @throws AgentLost
 */
export async function setStartingCalls(session: Teller, calls: MachineCalls): Promise<void> {
  const answers = await Promise.all(calls.startTexts().map((text) => session.tell(helperPath, text)));
  for (const lines of answers) {
    const answer = parseHelperAnswer(lines);
    if ('refusal' in answer) throw new AgentRefusal(`the helper for calls: ${answer.refusal}`);
  }
}

/** Asks for all counts when the stages are done. What the helper does not say is not known. @throws AgentLost */
export async function askForCalls(session: Teller, calls: MachineCalls): Promise<void> {
  try {
    const answer = parseHelperAnswer(await session.tell(helperPath, 'report'));
    if ('refusal' in answer) return;
    calls.takeReport(answer, monotonicUs());
    for (const id of calls.counting) calls.takeSites(id, await askForSites(session, id));
  } catch (error) {
    // The test has removed the helper, or hidden it. The record says that nobody was asked.
    if (!(error instanceof AgentRefusal)) throw error;
  }
}

/** More than any module has; a guest cannot make us ask forever. */
const maxPieces = 100;

/** Asks piece by piece where a fault counted. @throws AgentLost @throws AgentRefusal */
async function askForSites(session: Teller, id: string): Promise<readonly CallSite[]> {
  const sites: CallSite[] = [];
  let from: number | undefined = 0;
  for (let piece = 0; piece < maxPieces && from !== undefined; piece++) {
    const answer = parseHelperPlaces(await session.tell(helperPath, placesText(id, from)));
    if ('refusal' in answer) break;
    sites.push(...answer.places);
    from = answer.next;
  }
  return sites;
}
