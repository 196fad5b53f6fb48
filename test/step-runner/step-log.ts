import { parseCommand, type RunnerCommand } from './command-line.ts';

export interface StepAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly title: string | undefined;
  readonly message: string;
}

/** A step's output as the runner processes it: actions/runner, ActionCommandManager.cs and ExecutionContext.cs. */
export interface StepLog {
  /** The text that a person sees, masked and without commands. */
  readonly shown: readonly string[];
  /** The ones that GitHub keeps: ten per level. */
  readonly annotations: readonly StepAnnotation[];
  /** The ones beyond that limit. */
  readonly dropped: readonly StepAnnotation[];
  readonly commands: readonly RunnerCommand[];
  readonly groups: readonly string[];
  /** Commands were stopped but not resumed, so those of later steps would be ignored. */
  readonly isStopped: boolean;
}

const perLevel = 10;
const maxMessage = 4096;

export function readStepLog(output: string): StepLog {
  const shown: string[] = [];
  const annotations: StepAnnotation[] = [];
  const dropped: StepAnnotation[] = [];
  const commands: RunnerCommand[] = [];
  const masks: string[] = [];
  let stopToken: string | undefined;
  for (const line of output.split('\n')) {
    const command = parseCommand(line, stopToken);
    if (stopToken !== undefined) {
      if (command?.name === stopToken) stopToken = undefined;
      else shown.push(line);
      continue;
    }
    if (command === undefined) {
      shown.push(line);
      continue;
    }
    commands.push(command);
    if (command.name === 'stop-commands') stopToken = acceptedToken(command.data);
    if (command.name === 'add-mask') masks.push(command.data);
    const annotation = annotationOf(command);
    if (annotation !== undefined)
      (annotations.filter(({ level }) => level === annotation.level).length < perLevel ? annotations : dropped).push(
        annotation,
      );
  }
  const mask = (text: string): string => masks.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  return {
    shown: shown.map(mask),
    annotations,
    dropped,
    commands,
    groups: commands.filter(({ name }) => name === 'group').map(({ data }) => data),
    isStopped: stopToken !== undefined,
  };
}

function acceptedToken(token: string): string {
  if (token === '' || token === 'pause-logging' || parseCommand(`::${token}::`, undefined) !== undefined)
    throw new Error(`the runner refuses the stop token ${JSON.stringify(token)}`);
  return token;
}

/** An annotation with an invalid line, or a line without a file, is dropped: IssueCommandExtension.cs. */
function annotationOf({ name, properties, data }: RunnerCommand): StepAnnotation | undefined {
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return undefined;
  const line = properties['line'];
  if (line !== undefined && !/^[1-9]\d*$/.test(line))
    throw new Error(`the runner drops the line ${JSON.stringify(line)}`);
  return {
    level: name,
    file: properties['file'],
    line: line === undefined ? undefined : Number(line),
    title: properties['title'],
    message: data.slice(0, maxMessage),
  };
}
