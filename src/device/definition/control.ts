/**
 * A control or an indicator of a model that a test may set or read while the guest runs: an input signal, a
 * temperature, a counter. `readOnly`: only the model changes it.
 */
export type Control =
  | {
      readonly type: 'number';
      readonly initial: number;
      readonly min?: number;
      readonly max?: number;
      readonly unit?: string;
      readonly readOnly?: boolean;
      readonly about?: string;
    }
  | { readonly type: 'switch'; readonly initial: boolean; readonly readOnly?: boolean; readonly about?: string }
  | {
      readonly type: 'choice';
      readonly initial: string;
      readonly of: readonly string[];
      readonly readOnly?: boolean;
      readonly about?: string;
    }
  | { readonly type: 'text'; readonly initial: string; readonly readOnly?: boolean; readonly about?: string };

export type Controls = Readonly<Record<string, Control>>;
export type ControlValue = number | boolean | string;

export type ValueOfControl<C> = C extends { readonly type: 'number' }
  ? number
  : C extends { readonly type: 'switch' }
    ? boolean
    : C extends { readonly of: readonly (infer V)[] }
      ? V
      : string;
export type ControlValues<C extends Controls> = { -readonly [N in keyof C]: ValueOfControl<C[N]> };

/** A test's request to a model is invalid; the message lists the valid choices. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

const maxTextLength = 4096;

/** @throws ControlError with the list of controls */
export function findControl(controls: Controls, name: string): Control {
  const found = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(controls);
  throw new ControlError(
    `no control "${name}"; ` + (names.length === 0 ? 'this model has none' : `its controls are ${names.join(', ')}`),
  );
}

/**
 * Parses a value as a person writes it, `on` or `0x10` or `3.3`, or as a program gives it. @throws ControlError that
 * says what was expected and found
 */
export function parseControl(name: string, control: Control, given: ControlValue): ControlValue {
  switch (control.type) {
    case 'number':
      return parseNumber(name, control, given);
    case 'switch':
      return parseSwitch(name, given);
    case 'choice':
      if (typeof given === 'string' && control.of.includes(given)) return given;
      throw wrong(name, control.of.join(' or '), given);
    case 'text':
      if (typeof given === 'string' && given.length <= maxTextLength) return given;
      throw wrong(
        name,
        `text of at most ${maxTextLength} characters`,
        typeof given === 'string' ? `${given.length} characters` : given,
      );
  }
}

function parseNumber(
  name: string,
  { min = -Infinity, max = Infinity, unit }: Control & { type: 'number' },
  given: ControlValue,
): number {
  const value = typeof given === 'string' && /^-?(0x[0-9a-f]+|\d+(\.\d+)?)$/i.test(given) ? numberOf(given) : given;
  if (typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max) return value;
  const bounds = [Number.isFinite(min) ? ` from ${min}` : '', Number.isFinite(max) ? ` up to ${max}` : ''].join('');
  throw wrong(name, `a number${bounds}${unit === undefined ? '' : ` in ${unit}`}`, given);
}

/** Number() does not parse negative hexadecimal numbers. */
function numberOf(text: string): number {
  return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
}

function parseSwitch(name: string, given: ControlValue): boolean {
  if (given === true || given === 'on' || given === '1' || given === 'true' || given === 1) return true;
  if (given === false || given === 'off' || given === '0' || given === 'false' || given === 0) return false;
  throw wrong(name, 'on or off', given);
}

function wrong(name: string, expected: string, found: ControlValue): ControlError {
  return new ControlError(`control ${name}: expected ${expected}, found ${JSON.stringify(found)}`);
}
