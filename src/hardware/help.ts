import { hwCommands } from './commands.ts';
import { describeDriver } from './drivers/allowed-drivers.ts';
import { HwUsage } from './refusal.ts';

/**
 * What `hw help` prints: everything there is, one request, or what can be said of a device: `hw help plug DRIVER`.
 * @throws HwUsage
 */
export function helpText([name, driver]: readonly string[]): string {
  if (name === undefined)
    return [...hwCommands].map(([command, { usage, about }]) => `hw ${command} ${usage}\n    ${about}`).join('\n');
  const command = hwCommands.get(name);
  if (command === undefined) throw new HwUsage(`there is no request ${JSON.stringify(name)}`);
  if (name === 'plug' && driver !== undefined) return describeDriver(driver).join('\n');
  return `hw ${name} ${command.usage}\n    ${command.about}`;
}

/** One line; of what there is not, the names of those that there are. */
export function usageOf(name: string): string {
  const command = hwCommands.get(name);
  return command === undefined ? `hw ${[...hwCommands.keys(), 'help'].join('|')} …` : `hw ${name} ${command.usage}`;
}
