import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/command/parse-arguments.ts
import { parseArgs } from "node:util";
var UsageError = class extends Error {
  name = "UsageError";
  /** The words before --help that show the valid choices; undefined: the message is enough. */
  helpOn;
  constructor(message, helpOn) {
    super(message);
    this.helpOn = helpOn;
  }
};
function parseArguments(command, words) {
  const { values, positionals } = parse(command, words);
  const all = (name) => {
    const value = values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  };
  return {
    operands: positionals,
    flag: (name) => values[name] === true,
    value: (name) => all(name).at(-1),
    values: all
  };
}
function parse(command, words) {
  const options = {};
  for (const { name, value } of command.options) {
    options[name] = value === void 0 ? { type: "boolean" } : { type: "string", multiple: true };
  }
  try {
    return parseArgs({
      args: words.map((word) => withoutValue(command, word)),
      options,
      allowPositionals: true,
      strict: true
    });
  } catch (error) {
    throw new UsageError(explain(command, error), [command.name]);
  }
}
function withoutValue({ options }, word) {
  return options.some(({ name, isValueOptional }) => isValueOptional === true && word === `--${name}`) ? `${word}=` : word;
}
function explain(command, error) {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === void 0) return message.split(". ")[0] ?? message;
  const known = command.options.map(({ name }) => `--${name}`).join(" ");
  return `${command.name} has no option ${unknown}. Its options: ${known}`;
}

export {
  UsageError,
  parseArguments
};
